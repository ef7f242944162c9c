//! Names for a certificate: read from whatever was pasted, judged one by one and together.

mod advice;
mod advise;

pub use advice::{
    Addition, Advice, Brand, CertificateKind, Cleaned, Cleaning, NameAdvice, NameKind, OrderName,
    Suggestion,
};
pub use advise::advise;
