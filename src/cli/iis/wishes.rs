//! What the arguments of `iis plan` wish for.

use super::args::Plan;
use crate::cli::output::{USAGE, say};
use crate::core::env::Env;
use crate::core::iis::plan::{BindingName, Fix, PlanFile, Wanted, suggest};
use crate::core::iis::scan::Scan;
use crate::core::limits;
use crate::core::problem::Failure;
use crate::text::{Lang, cli};

/// Why there are no wishes.
pub enum NoWish {
    /// Said already; the exit code.
    Usage(u8),
    /// A file could not be read.
    Failed(Failure),
}

/// The wishes: of a plan made before, of the findings, or of the flags for one binding.
///
/// # Errors
/// When nothing was wished for, or the plan made before cannot be read.
pub fn wishes(lang: Lang, asked: &Plan, scan: &Scan, env: &Env<'_>) -> Result<Vec<Fix>, NoWish> {
    let mut fixes = Vec::new();
    if let Some(path) = &asked.from {
        fixes.extend(read(path, env).map_err(NoWish::Failed)?.fixes);
    }
    if asked.suggested {
        let wanted = Wanted {
            text: asked.filter.as_deref().unwrap_or_default(),
            ids: &asked.only,
            bindings: None,
        };
        fixes.extend(suggest(scan, &wanted));
        return Ok(fixes);
    }
    if let Some(binding) = name(asked, scan) {
        fixes.extend(of_flags(asked, &binding));
    }
    match fixes.is_empty() && asked.from.is_none() {
        true => {
            let hint = cli::iis::nothing_wished(lang);
            say(&mut std::io::stderr(), &format!("{hint}\n"));
            Err(NoWish::Usage(USAGE))
        }
        false => Ok(fixes),
    }
}

/// A plan made before.
///
/// # Errors
/// When the file is none.
pub fn read(path: &std::path::Path, env: &Env<'_>) -> Result<PlanFile, Failure> {
    let bytes = env
        .files
        .read(path, limits::FILE_BYTES)
        .map_err(|fault| Failure::Unreadable {
            path: path.to_owned(),
            fault,
        })?;
    PlanFile::parse(&bytes).map_err(|fault| Failure::NotIisPlan {
        path: path.to_owned(),
        fault,
    })
}

/// The binding that was named; its protocol is that of the site's first binding written so.
fn name(asked: &Plan, scan: &Scan) -> Option<BindingName> {
    let (site, information) = (asked.site.as_ref()?, asked.binding.as_ref()?);
    let written = || {
        let mut sites = scan.configuration.sites.iter();
        let site = sites.find(|found| *found.name == **site)?;
        let mut bindings = site.bindings.iter();
        let found = bindings.find(|binding| *binding.information == **information)?;
        Some(found.protocol.to_string())
    };
    let protocol = asked.protocol.clone().or_else(written);
    Some(BindingName {
        site: site.as_str().into(),
        protocol: protocol.unwrap_or_else(|| "https".to_owned()).into(),
        information: information.as_str().into(),
        nth: asked.nth.unwrap_or(0),
    })
}

fn of_flags(asked: &Plan, name: &BindingName) -> Vec<Fix> {
    let mut fixes = Vec::new();
    let binding = || name.clone();
    let thumbprint = asked.thumbprint;
    if let Some(host) = &asked.host {
        fixes.push(Fix::GiveHost {
            binding: binding(),
            host: host.as_str().into(),
        });
    }
    if let Some(information) = &asked.move_to {
        fixes.push(Fix::Move {
            binding: binding(),
            information: information.as_str().into(),
        });
    }
    if asked.sni {
        fixes.push(Fix::TurnSniOn {
            binding: binding(),
            thumbprint,
        });
    }
    if !asked.set.is_empty() || !asked.clear.is_empty() {
        fixes.push(Fix::SetFlags {
            binding: binding(),
            set: asked.set.clone(),
            clear: asked.clear.clone(),
        });
    }
    if let Some(port) = asked.add_https {
        fixes.push(Fix::AddHttps {
            beside: binding(),
            port,
            thumbprint,
        });
    }
    if asked.add_entry {
        fixes.push(Fix::AddEntry {
            binding: binding(),
            thumbprint,
        });
    }
    if asked.remove {
        fixes.push(Fix::Remove { binding: binding() });
    }
    fixes
}
