"""`make bench`: each ratio of docs/performance.md beside what it is compared with."""
