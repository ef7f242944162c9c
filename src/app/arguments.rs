//! The window program's few arguments: files to open, and which renderer to start with.

use std::ffi::OsString;
use std::path::PathBuf;

use super::ladder::Rung;
use super::world;
use crate::text::window as words;

/// Name and version in one line.
pub const VERSION: &str = concat!("certwright ", env!("CARGO_PKG_VERSION"));

/// What the arguments ask for.
#[derive(Debug, PartialEq, Eq)]
pub enum Wanted {
    Help,
    Version,
    Window(Opening),
}

/// How to open the window.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// Files and folders to open.
    pub paths: Vec<PathBuf>,
    /// The only renderer to try.
    pub renderer: Option<Rung>,
}

/// Reads the arguments after the program's name; the fault is a finished sentence.
pub fn read(arguments: impl Iterator<Item = OsString>) -> Result<Wanted, String> {
    let mut opening = Opening::default();
    let mut arguments = arguments;
    let mut is_ended = false;
    while let Some(argument) = arguments.next() {
        match argument.to_str().filter(|_| !is_ended) {
            Some("--help" | "-h") => return Ok(Wanted::Help),
            Some("--version" | "-V") => return Ok(Wanted::Version),
            Some("--") => is_ended = true,
            Some("--renderer") => {
                let name = arguments.next().unwrap_or_default();
                opening.renderer = Some(renderer(&name.to_string_lossy())?);
            }
            Some(flag) if flag.starts_with("--renderer=") => {
                let name = flag.trim_start_matches("--renderer=");
                opening.renderer = Some(renderer(name)?);
            }
            Some(flag) if flag.starts_with('-') && flag.len() > 1 => {
                return Err(words::unknown_flag(world::language(), flag));
            }
            _ => opening.paths.push(PathBuf::from(argument)),
        }
    }
    Ok(Wanted::Window(opening))
}

fn renderer(name: &str) -> Result<Rung, String> {
    Rung::parse(name).ok_or_else(|| {
        let known: Vec<&str> = Rung::ALL.iter().map(|rung| rung.name()).collect();
        words::unknown_renderer(world::language(), name, &known.join(", "))
    })
}

/// The text of `--help`.
pub fn help() -> String {
    let known: Vec<&str> = Rung::ALL.iter().map(|rung| rung.name()).collect();
    words::help(world::language(), &known.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_words(words: &[&str]) -> Result<Wanted, String> {
        read(words.iter().map(OsString::from))
    }

    #[test]
    fn paths_are_opened_and_flags_after_two_dashes_are_paths() {
        let Ok(Wanted::Window(opening)) = read_words(&["a.zip", "--", "--help"]) else {
            panic!("no window");
        };
        assert_eq!(opening.paths, [PathBuf::from("a.zip"), "--help".into()]);
    }

    #[test]
    fn unknown_flags_and_renderers_are_usage_faults() {
        assert!(read_words(&["--turbo"]).is_err());
        assert!(read_words(&["--renderer", "crayon"]).is_err());
        assert!(read_words(&["--renderer=glow"]).is_ok());
        assert_eq!(read_words(&["--version"]), Ok(Wanted::Version));
    }
}
