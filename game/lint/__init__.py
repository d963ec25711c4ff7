"""Author's tools: what is wrong with a scenario, one rule a module, and how it is reported."""
