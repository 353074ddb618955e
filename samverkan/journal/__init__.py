"""Journal: what happened, by whom, when and under which rule; only ever added to."""
