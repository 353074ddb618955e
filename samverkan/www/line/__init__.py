"""The pages behind a line function's personal link: one principal, one lift, no account."""
