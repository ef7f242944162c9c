//! What `appcmd list site /state:Stopped /text:name` answers.

use crate::core::env::HostFault;

/// The arguments, each as one.
pub const ARGUMENTS: &[&str] = &["list", "site", "/state:Stopped", "/text:name"];
/// `ERROR_ACCESS_DENIED`, which appcmd ends with.
const ACCESS_DENIED: i32 = 5;
/// Characters of appcmd's words that are passed on.
const WORDS_KEPT: usize = 400;

/// Names of the stopped sites, by what the program printed and its exit code.
///
/// # Errors
/// When it was refused, or failed.
pub fn sites(exit_code: Option<i32>, printed: &str) -> Result<Vec<String>, HostFault> {
    let names = printed
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty());
    match exit_code {
        Some(0) => Ok(names.map(str::to_owned).collect()),
        // Nothing to list is code 1 without a word.
        Some(1) if names.clone().next().is_none() => Ok(Vec::new()),
        Some(ACCESS_DENIED) => Err(HostFault::Denied),
        _ if printed.contains("80070005") => Err(HostFault::Denied),
        _ => Err(HostFault::Other(
            printed.trim().chars().take(WORDS_KEPT).collect(),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::sites;
    use crate::core::env::HostFault;

    #[test]
    fn names_come_one_a_line() {
        let found = sites(Some(0), "Old shop\r\n商店\r\n").expect("names");
        assert_eq!(found, ["Old shop", "商店"]);
        assert_eq!(sites(Some(1), "\r\n"), Ok(Vec::new()));
    }

    #[test]
    fn refusals_are_told_from_failures() {
        let denied = "ERROR ( hresult:80070005, message:Failed to commit configuration changes. )";
        assert_eq!(sites(Some(1), denied), Err(HostFault::Denied));
        assert_eq!(sites(Some(5), ""), Err(HostFault::Denied));
        let other = sites(Some(87), "ERROR ( message:Unknown attribute \"state\". )");
        assert!(matches!(other, Err(HostFault::Other(words)) if words.starts_with("ERROR")));
        assert!(matches!(sites(None, ""), Err(HostFault::Other(_))));
    }
}
