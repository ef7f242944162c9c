//! What the IIS panel shows of its bindings, and one binding as it is being changed by hand.

use crate::core::iis::config::Binding;
use crate::core::iis::flags::SslFlag;
use crate::core::iis::plan::{BindingAt, BindingName, Fix};
use crate::core::iis::scan::Scan;

/// Which bindings are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Listing {
    All,
    #[default]
    ProblemsFirst,
    Problems,
}

/// What the side column shows; below 1120 points, what the one column shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    #[default]
    Bindings,
    Details,
    Plan,
}

/// The panel.
#[derive(Clone, Debug, Default)]
pub struct IisDraft {
    pub filter: String,
    pub listing: Listing,
    pub tab: Tab,
    pub edit: Edit,
}

/// One binding as it shall become.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    pub host: String,
    pub flags: Vec<SslFlag>,
    pub is_removed: bool,
    /// https beside it.
    pub adds_https: bool,
}

/// The port of https that is added.
const HTTPS: u16 = 443;

impl Edit {
    /// A binding as it is.
    pub fn of(binding: &Binding) -> Self {
        Self {
            host: host(binding).to_owned(),
            flags: binding.flags().list().collect(),
            is_removed: false,
            adds_https: false,
        }
    }

    /// What has to be done so that the binding becomes this.
    pub fn fixes(&self, scan: &Scan, at: BindingAt) -> Vec<Fix> {
        let site = scan.configuration.sites.get(at.site as usize);
        let binding = site.and_then(|site| site.bindings.get(at.binding as usize));
        let name = BindingName::of(&scan.configuration, at);
        let (Some(binding), Some(name)) = (binding, name) else {
            return Vec::new();
        };
        if self.is_removed {
            return vec![Fix::Remove { binding: name }];
        }
        let mut fixes = Vec::new();
        fixes.extend(self.host_fix(binding, &name));
        if binding.is_https() {
            fixes.extend(self.flag_fixes(binding, &name));
        } else if self.adds_https {
            fixes.push(Fix::AddHttps {
                beside: name,
                port: HTTPS,
                thumbprint: None,
            });
        }
        fixes
    }

    fn host_fix(&self, binding: &Binding, name: &BindingName) -> Option<Fix> {
        let wanted = self.host.trim();
        let endpoint = binding.endpoint()?;
        if wanted == &*endpoint.host {
            return None;
        }
        let binding_name = name.clone();
        if !wanted.is_empty() {
            return Some(Fix::GiveHost {
                binding: binding_name,
                host: wanted.into(),
            });
        }
        let (start, _) = binding.information.rsplit_once(':')?;
        Some(Fix::Move {
            binding: binding_name,
            information: format!("{start}:").into(),
        })
    }

    fn flag_fixes(&self, binding: &Binding, name: &BindingName) -> Vec<Fix> {
        let now = binding.flags();
        let is_new = |flag: &SslFlag| self.flags.contains(flag) && !now.has(*flag);
        let is_gone = |flag: &SslFlag| !self.flags.contains(flag) && now.has(*flag);
        let all = || SslFlag::ALL.iter().copied();
        let set: Vec<SslFlag> = all()
            .filter(|flag| *flag != SslFlag::Sni && is_new(flag))
            .collect();
        let clear: Vec<SslFlag> = all().filter(is_gone).collect();
        let mut fixes = Vec::new();
        if is_new(&SslFlag::Sni) {
            fixes.push(Fix::TurnSniOn {
                binding: name.clone(),
                thumbprint: None,
            });
        }
        if !set.is_empty() || !clear.is_empty() {
            fixes.push(Fix::SetFlags {
                binding: name.clone(),
                set,
                clear,
            });
        }
        fixes
    }
}

fn host(binding: &Binding) -> &str {
    binding.endpoint().map_or("", |endpoint| &endpoint.host)
}
