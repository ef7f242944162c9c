//! View-models: finished strings, built when data changes, drawn as they are.
