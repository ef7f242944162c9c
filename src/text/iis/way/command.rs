//! The commands. One is only written when every value in it stays a value for each program that reads it.
//!
//! Sources: Microsoft Learn, "Set-WebBinding", "New-WebBinding", "Remove-WebBinding" (WebAdministration),
//! and IIS `<binding>`, sample code for appcmd.

use super::goal::Goal;
use crate::core::iis::binding::Endpoint;
use crate::core::iis::config::Binding;
use crate::core::iis::plan::BindingName;
use crate::core::iis::version::IisVersion;
use crate::text::foreign::{appcmd, powershell};

/// The binding that a command names.
pub(super) struct At<'a> {
    pub name: &'a BindingName,
    pub before: &'a Binding,
    pub version: Option<IisVersion>,
}

impl At<'_> {
    /// Only the first of several that are written alike can be named.
    fn is_named(&self) -> bool {
        self.name.nth == 0
    }

    pub fn appcmd(&self, goal: &Goal) -> Option<String> {
        let site = appcmd(&self.name.site)?;
        let filter = |protocol: &str, information: &str| {
            let (protocol, information) = (appcmd(protocol)?, appcmd(information)?);
            Some(format!(
                "bindings.[protocol='{protocol}',bindingInformation='{information}'"
            ))
        };
        let own = filter(&self.before.protocol, &self.before.information);
        let change = match goal {
            Goal::Information(information) => {
                let information = appcmd(information)?;
                format!("/{}].bindingInformation:{information}", own?)
            }
            Goal::Flags(flags) => format!("/{}].sslFlags:{flags}", own?),
            Goal::Remove => format!("/-{}]", own?),
            Goal::Add { information, flags } => {
                let flags = match flags {
                    0 => String::new(),
                    flags => format!(",sslFlags='{flags}'"),
                };
                format!("/+{}{flags}]", filter("https", information)?)
            }
            Goal::Entry => return None,
        };
        self.is_named().then(|| {
            format!(
                "%windir%\\system32\\inetsrv\\appcmd.exe set site \"/site.name:{site}\" \"{change}\""
            )
        })
    }

    pub fn powershell(&self, goal: &Goal) -> Option<String> {
        if self.version == Some(IisVersion::V7_0) || !self.is_named() {
            return None;
        }
        let site = quoted(&self.name.site, "'\"`[]*?")?;
        let own = quoted(&self.before.information, "'\"`[]?");
        let set = |property: &str, value: &str| {
            Some(format!(
                "Set-WebBinding -Name {site} -BindingInformation {} -PropertyName {property} -Value {}",
                own.as_ref()?,
                quoted(value, "'\"`[]?")?
            ))
        };
        let command = match goal {
            Goal::Information(information) => {
                let (property, value) = self.one_part(information)?;
                set(property, &value)?
            }
            Goal::Flags(flags) => set("sslFlags", &flags.to_string())?,
            Goal::Remove => {
                let protocol = quoted(&self.before.protocol, "'\"`[]*?")?;
                format!(
                    "Remove-WebBinding -Name {site} -Protocol {protocol} -BindingInformation {}",
                    own?
                )
            }
            Goal::Add { information, flags } => {
                let goal = Endpoint::parse(information).ok()?;
                let address = quoted(&goal.address.to_string(), "'\"`[]?")?;
                let host = match goal.host.is_empty() {
                    true => String::new(),
                    false => format!(" -HostHeader {}", quoted(&goal.host, "'\"`[]?")?),
                };
                let flags = match flags {
                    0 => String::new(),
                    flags => format!(" -SslFlags {flags}"),
                };
                let port = goal.port;
                format!(
                    "New-WebBinding -Name {site} -Protocol 'https' -IPAddress {address} -Port {port}{host}{flags}"
                )
            }
            Goal::Entry => return None,
        };
        Some(format!("Import-Module WebAdministration; {command}"))
    }

    /// The property that differs, when it is one alone: the cmdlet changes one at a time.
    fn one_part(&self, information: &str) -> Option<(&'static str, String)> {
        let (old, new) = (self.before.endpoint()?, Endpoint::parse(information).ok()?);
        let mut parts = Vec::new();
        if old.address != new.address {
            parts.push(("IPAddress", new.address.to_string()));
        }
        if old.port != new.port {
            parts.push(("Port", new.port.to_string()));
        }
        if old.host != new.host {
            parts.push(("HostHeader", new.host.to_string()));
        }
        match parts.len() {
            1 => parts.pop(),
            _ => None,
        }
    }
}

/// A single-quoted string without marks that the cmdlets would read as a pattern or a path.
fn quoted(text: &str, acting: &str) -> Option<String> {
    let is_fine = !text.contains(|char| acting.contains(char));
    is_fine.then(|| powershell(text)).flatten()
}
