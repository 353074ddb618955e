"""Pages behind a personal link: a principal's registrar answers without an account."""
