//! `web.config` files and the sites they belong to.

use std::path::Path;

use super::{WebConfig, read};
use crate::core::env::Env;
use crate::core::iis::config::Configuration;
use crate::core::limits;

const NAME: &str = "web.config";

/// The site whose root folder the file lies in, by the last steps of both paths: the file may have been
/// copied from the server with some of its folders. With one site alone it is that one.
pub fn site_of(path: &Path, configuration: &Configuration) -> Option<u32> {
    let folder = path.parent()?;
    let steps = |text: &str| -> Vec<String> {
        let steps = text.split(['\\', '/']).filter(|step| !step.is_empty());
        steps.map(str::to_lowercase).collect()
    };
    let own = steps(&folder.to_string_lossy());
    let mut fitting = configuration.sites.iter().zip(0u32..).filter(|(site, _)| {
        let Some(folder) = site.folder() else {
            return false;
        };
        let theirs = steps(folder);
        let same = own.iter().rev().zip(theirs.iter().rev());
        let same = same.take_while(|(left, right)| left == right).count();
        // Behind a drive or a variable such as %SystemDrive% everything has to agree.
        same > 0 && same + 1 >= theirs.len()
    });
    match (fitting.next(), fitting.next(), configuration.sites.len()) {
        (Some((_, index)), None, _) => Some(index),
        (None, _, 1) => Some(0),
        _ => None,
    }
}

/// The `web.config` of each site of this computer, where it can be read.
pub fn of_sites(configuration: &Configuration, env: &Env<'_>) -> Vec<WebConfig> {
    let mut found = Vec::new();
    for (site, index) in configuration
        .sites
        .iter()
        .zip(0u32..)
        .take(limits::IIS_WEB_CONFIGS)
    {
        let Some(folder) = site.folder() else {
            continue;
        };
        let path = Path::new(&env.iis.expanded(folder)).join(NAME);
        let Ok(bytes) = env.files.read(&path, limits::FILE_BYTES) else {
            continue;
        };
        if let Ok(settings) = read::web_config(&path, &bytes) {
            found.push(WebConfig {
                path,
                site: Some(index),
                settings,
            });
        }
    }
    found
}
