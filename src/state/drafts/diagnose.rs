//! What is typed among the options of a diagnosis before it is kept.

/// A CA of one's own, and the list of public resolvers.
#[derive(Default)]
pub struct DiagnoseDraft {
    pub name: String,
    pub domain: String,
    pub public: String,
}
