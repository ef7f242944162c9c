//! Words about certificate requests: fields, countries, refusals, what is not taken over, what was made.

pub mod country;
pub mod made;
pub mod names;
pub mod refusal;
pub mod start;

use std::borrow::Cow;

use super::Lang;
use super::x509::{Oids, label};
use crate::core::x509::ValidationLevel;
use crate::core::x509::details::Label;

/// The name of a field of the subject.
pub fn field(lang: Lang, oid: &str) -> Cow<'static, str> {
    label(lang, &Label::Oid(Cow::Owned(oid.to_owned())), Oids::Hidden)
}

/// The name of a level of validation.
pub fn level(lang: Lang, level: ValidationLevel) -> &'static str {
    match level {
        ValidationLevel::Domain => lang.pick("DV (domain)", "DV（域名）"),
        ValidationLevel::Individual => lang.pick("IV (person)", "IV（个人）"),
        ValidationLevel::Organization => lang.pick("OV (organisation)", "OV（组织）"),
        ValidationLevel::Extended => lang.pick("EV (extended)", "EV（扩展）"),
    }
}
