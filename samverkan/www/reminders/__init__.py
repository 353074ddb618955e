"""The reminders that go, seen before they go."""
