//! `sslFlags` that are no number, that the version does not have, or that exclude each other.

use super::{Found, Here};
use crate::core::finding::IisFact;
use crate::core::iis::config::FlagsWritten;
use crate::core::iis::flags::SslFlag;

pub(super) fn check(found: &mut Found<'_>, here: Here<'_>) {
    let flags = match &here.binding.flags {
        FlagsWritten::Known(flags) => *flags,
        FlagsWritten::NotNumber(written) => {
            let (at, written) = (here.name(), written.clone());
            return found.binding(here, IisFact::FlagsNotUnderstood { at, written });
        }
    };
    if let Some(version) = found.scan.version {
        for flag in flags.too_new_for(version) {
            let at = here.name();
            found.binding(here, IisFact::FlagTooNew { at, flag, version });
        }
    }
    let against: Vec<SslFlag> = flags.against_central_store().collect();
    if !against.is_empty() {
        let fact = IisFact::FlagsAgainstCentralStore {
            at: here.name(),
            flags: against,
        };
        found.binding(here, fact);
    }
}
