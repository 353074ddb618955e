"""What can be subscribed to: news as Atom, days as iCalendar, both as e-mail."""
