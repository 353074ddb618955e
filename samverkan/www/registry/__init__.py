"""All that waits at one principal, behind one personal link: pages, files and a small API."""
