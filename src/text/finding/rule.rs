//! Words of rules that a certificate breaks: what is seen, what comes of it, who demands otherwise.

mod authority;
mod table;

use std::borrow::Cow;

use super::{Action, Words, about, name, with_oid};
use crate::core::finding::{Rule, RuleFact};
use crate::text::prose::sentences;
use crate::text::usage::purpose;
use crate::text::{Lang, number};

pub(super) fn words(lang: Lang, fact: &RuleFact) -> Words {
    let (subject, seen) = (name(&fact.subject), seen(lang, fact));
    let message = match own_message(lang, fact, &subject) {
        Some(message) => message,
        None => table::message(lang, fact.rule, &subject, &seen),
    };
    let effect = table::effect(lang, fact.rule);
    let authority = authority::sentence(lang, fact.rule, fact.since);
    Words::new(
        message,
        sentences(lang, &[effect, authority.as_str()]),
        about(lang, fact.rule.id()).remedy,
    )
    .with(Action::ShowCertificate)
}

/// What was seen, as it stands in the sentence.
fn seen(lang: Lang, fact: &RuleFact) -> Cow<'_, str> {
    match fact.rule {
        Rule::ExtensionDuplicate | Rule::ExtensionMalformed => with_oid(&fact.seen),
        Rule::ServerAndOtherUsage => purpose(lang, &fact.seen),
        Rule::RsaSizeUneven | Rule::SerialTooLong | Rule::SerialTooShort => {
            match fact.seen.parse() {
                Ok(count) => Cow::Owned(number::whole(count)),
                Err(_) => name(&fact.seen),
            }
        }
        _ => name(&fact.seen),
    }
}

/// Messages that depend on what was seen.
fn own_message(lang: Lang, fact: &RuleFact, subject: &str) -> Option<String> {
    match (fact.rule, fact.seen.as_str()) {
        (Rule::CurveForbidden, "explicit") => Some(say!(
            lang,
            "The key of “{subject}” writes its curve out instead of naming it",
            "“{subject}”的密钥没有写曲线名称，而是写出了曲线参数"
        )),
        (Rule::SubjectEmpty, "names") => Some(say!(
            lang,
            "A certificate has no subject, and its alternative names are not critical",
            "有证书没有使用者，使用者可选名称也没有标记为关键"
        )),
        _ => None,
    }
}
