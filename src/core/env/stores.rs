//! Certificate stores of the operating system, and its own verdict on a chain.

use crate::core::time::Moment;

/// Certificate stores of the operating system, read only and without the network.
pub trait CertStores: Sync {
    /// DER of every root the system trusts; empty with the reason when there is no store.
    fn roots(&self) -> Result<Vec<Vec<u8>>, String>;

    /// DER of the intermediates that the system holds; none where it has no such store.
    fn intermediates(&self) -> Vec<Vec<u8>> {
        Vec::new()
    }

    /// The system's own verdict, from its cache alone; `None` where it has no verifier.
    fn opinion(&self, question: &SystemQuestion<'_>) -> Option<SystemOpinion> {
        let _nobody_to_ask = question;
        None
    }
}

/// What the system is asked: a server's certificate.
pub struct SystemQuestion<'a> {
    /// The certificate in DER.
    pub leaf: &'a [u8],
    /// Certificates that may help, in DER.
    pub beside: &'a [&'a [u8]],
    /// Host name it has to cover.
    pub host: Option<&'a str>,
    /// The moment.
    pub at: Moment,
}

/// What the system says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SystemOpinion {
    /// Whether it accepts the chain.
    pub is_valid: bool,
    /// Its own words, empty when it accepts.
    pub words: String,
}
