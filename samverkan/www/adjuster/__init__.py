"""The pages behind an adjuster's personal link: read a draft, comment on it, approve it."""
