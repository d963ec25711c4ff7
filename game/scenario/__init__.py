"""What an author writes: source with positions, schema, conditions, verbs, and the lowered Scenario."""
