//! What an administrator wants changed, before it is known whether it can be.

use serde::{Deserialize, Serialize};

use crate::core::iis::config::{Binding, Configuration};
use crate::core::iis::flags::SslFlag;
use crate::core::iis::store::Thumbprint;

/// Names a binding of a file as the file writes it, so that a plan means the same for whoever reads it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct BindingName {
    /// Name of the site.
    pub site: Box<str>,
    /// `https`.
    pub protocol: Box<str>,
    /// `*:443:`.
    pub information: Box<str>,
    /// Which of several that are written alike in this site, counted from 0.
    #[serde(default, skip_serializing_if = "is_first")]
    pub nth: u32,
}

fn is_first(nth: &u32) -> bool {
    *nth == 0
}

/// A binding by the indices of its site and of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BindingAt {
    /// Index of the site.
    pub site: u32,
    /// Index among the site's own bindings.
    pub binding: u32,
}

/// One wish.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "fix")]
pub enum Fix {
    /// Give a binding a host name: the field that IIS 7 greys out.
    GiveHost {
        /// Which.
        binding: BindingName,
        /// The host.
        host: Box<str>,
    },
    /// Choose the certificate by host name, together with the entry of http.sys that this takes.
    TurnSniOn {
        /// Which.
        binding: BindingName,
        /// The certificate; the one served now when not said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        thumbprint: Option<Thumbprint>,
    },
    /// Set and clear flags by name. Unknown bits stay.
    SetFlags {
        /// Which.
        binding: BindingName,
        /// Flags to set.
        #[serde(default)]
        set: Vec<SslFlag>,
        /// Flags to clear.
        #[serde(default)]
        clear: Vec<SslFlag>,
    },
    /// Move a binding to another address, port or host.
    Move {
        /// Which.
        binding: BindingName,
        /// `bindingInformation` as it should be.
        information: Box<str>,
    },
    /// Take a binding away.
    Remove {
        /// Which.
        binding: BindingName,
    },
    /// Add https beside a binding of http.
    AddHttps {
        /// The http binding.
        beside: BindingName,
        /// Port of the new one.
        port: u16,
        /// The certificate that http.sys shall serve.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        thumbprint: Option<Thumbprint>,
    },
    /// Give http.sys the entry that a binding needs; the file stays as it is.
    AddEntry {
        /// Which.
        binding: BindingName,
        /// The certificate.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        thumbprint: Option<Thumbprint>,
    },
}

impl Fix {
    /// The binding it is about.
    pub fn binding(&self) -> &BindingName {
        match self {
            Self::GiveHost { binding, .. }
            | Self::TurnSniOn { binding, .. }
            | Self::SetFlags { binding, .. }
            | Self::Move { binding, .. }
            | Self::Remove { binding }
            | Self::AddHttps {
                beside: binding, ..
            }
            | Self::AddEntry { binding, .. } => binding,
        }
    }
}

impl BindingName {
    /// Name of a binding in its file; `None` for indices that are not there.
    pub fn of(configuration: &Configuration, at: BindingAt) -> Option<Self> {
        let site = configuration.sites.get(at.site as usize)?;
        let binding = site.bindings.get(at.binding as usize)?;
        let before = site.bindings.iter().take(at.binding as usize);
        Some(Self {
            site: site.name.clone(),
            protocol: binding.protocol.clone(),
            information: binding.information.clone(),
            nth: before
                .filter(|other| is_written_alike(other, binding))
                .count() as u32,
        })
    }

    /// Whether a binding is written as this name says.
    pub fn fits(&self, binding: &Binding) -> bool {
        self.protocol.eq_ignore_ascii_case(&binding.protocol)
            && self.information == binding.information
    }
}

fn is_written_alike(left: &Binding, right: &Binding) -> bool {
    left.protocol.eq_ignore_ascii_case(&right.protocol) && left.information == right.information
}
