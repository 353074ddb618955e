"""Pages behind a federation's personal link: it recommends on, or does not, without an account."""
