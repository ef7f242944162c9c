//! The copy of a file that is about to be replaced.
//!
//! It is called `shop.example.com.pfx.2026-11-23T104200Z.bak`: the last extension is one that no server's
//! `*.pfx` or `*.pem` takes up, sorting puts it behind the new file, and the time is readable by people.

use std::path::{Path, PathBuf};

use crate::core::artifact::Fingerprint;
use crate::core::env::{Env, FileFault};
use crate::core::limits;
use crate::core::time::Moment;

/// Copies of one file within one second.
const PER_SECOND: u32 = 100;

/// A copy and what it holds.
pub(super) struct Kept {
    pub copy: PathBuf,
    pub sha256: Fingerprint,
}

/// Keeps what is at `path` under a second name with the same rights.
pub(super) fn keep(path: &Path, env: &Env<'_>) -> Result<Kept, FileFault> {
    let now = env.clock.now();
    for number in 1..=PER_SECOND {
        let copy = name(path, now, number);
        match env.files.keep(path, &copy) {
            Ok(()) => return seal(copy, env),
            Err(FileFault::Exists) => {}
            Err(fault) => return Err(fault),
        }
    }
    Err(FileFault::Exists)
}

/// The hash is taken from the copy, which nobody replaces any more.
fn seal(copy: PathBuf, env: &Env<'_>) -> Result<Kept, FileFault> {
    match env.files.read(&copy, limits::FILE_BYTES) {
        Ok(bytes) => Ok(Kept {
            sha256: super::fingerprint(&bytes),
            copy,
        }),
        Err(fault) => {
            env.files.remove(&copy).ok();
            Err(fault)
        }
    }
}

fn name(path: &Path, now: Moment, number: u32) -> PathBuf {
    // Windows takes no colon in a name.
    let stamp = now.to_string().replace(':', "");
    let again = match number {
        1 => String::new(),
        number => format!("-{number}"),
    };
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{stamp}{again}.bak"));
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::name;
    use crate::core::time::Moment;

    #[test]
    fn the_name_tells_the_time_and_ends_in_no_extension_of_a_server() {
        let now = Moment::parse("2026-11-23T10:42:00Z").expect("a moment");
        let path = Path::new("certs/shop.example.com.pfx");
        assert_eq!(
            name(path, now, 1),
            Path::new("certs/shop.example.com.pfx.2026-11-23T104200Z.bak")
        );
        assert_eq!(
            name(path, now, 2),
            Path::new("certs/shop.example.com.pfx.2026-11-23T104200Z-2.bak")
        );
    }
}
