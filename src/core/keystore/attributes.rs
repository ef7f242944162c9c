//! What Windows keeps beside a private key in a PFX file.

/// Microsoft's attributes of a key bag: which provider Windows puts the key into, and into whose store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyAttributes {
    /// Name of the cryptographic provider (1.3.6.1.4.1.311.17.1), such as
    /// `Microsoft RSA SChannel Cryptographic Provider`. Foreign text.
    pub provider: Option<String>,
    /// Whether the key belongs to the machine rather than to a user (1.3.6.1.4.1.311.17.2).
    pub is_machine_key: bool,
}
