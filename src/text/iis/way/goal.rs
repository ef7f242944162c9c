//! What a binding is to become by a step.

use crate::core::iis::binding::Endpoint;
use crate::core::iis::config::Binding;
use crate::core::iis::flags::{SslFlag, SslFlags};
use crate::core::iis::plan::{Fix, checked_host};
use crate::core::iis::version::IisVersion;

/// What a binding is to become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    Information(String),
    Flags(u32),
    Remove,
    Add { information: String, flags: u32 },
    Entry,
}

impl Goal {
    pub fn of(fix: &Fix, before: &Binding, version: Option<IisVersion>) -> Option<Self> {
        let with = |flags: SslFlags, set: &[SslFlag], clear: &[SslFlag]| {
            let set = set.iter().fold(flags, |flags, flag| flags.with(*flag));
            clear.iter().fold(set, |flags, flag| flags.without(*flag)).0
        };
        Some(match fix {
            Fix::GiveHost { host, .. } => {
                let host = checked_host(host, version).ok()?;
                let (start, _) = before.information.rsplit_once(':')?;
                Self::Information(format!("{start}:{host}"))
            }
            Fix::Move { information, .. } => {
                let goal = Endpoint::parse(information).ok()?;
                let host = match goal.host.is_empty() {
                    true => String::new(),
                    false => checked_host(&goal.host, version).ok()?,
                };
                let start = information.get(..information.len() - goal.host.len())?;
                Self::Information(format!("{start}{host}"))
            }
            Fix::TurnSniOn { .. } => Self::Flags(with(before.flags(), &[SslFlag::Sni], &[])),
            Fix::SetFlags { set, clear, .. } => Self::Flags(with(before.flags(), set, clear)),
            Fix::Remove { .. } => Self::Remove,
            Fix::AddHttps { port, .. } => {
                let (rest, host) = before.information.rsplit_once(':')?;
                let (address, _) = rest.rsplit_once(':')?;
                let has_sni = version.is_none_or(IisVersion::has_sni) && !host.is_empty();
                Self::Add {
                    information: format!("{address}:{port}:{host}"),
                    flags: u32::from(has_sni),
                }
            }
            Fix::AddEntry { .. } => Self::Entry,
        })
    }
}
