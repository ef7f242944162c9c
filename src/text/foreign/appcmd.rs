//! A value in an argument of IIS' appcmd.exe.

/// The text as a value inside a double-quoted argument, which may stand in the single quotes of a filter
/// (`[name='…']`) too. There is no escape that both cmd and appcmd take: cmd expands `%` and `!`, appcmd
/// reads `%u0041` and parts its filters at quotes, commas and brackets. So only letters, digits and marks
/// that nobody acts on are taken, and `None` says that there is no safe spelling.
pub fn appcmd(text: &str) -> Option<&str> {
    let is_fine = |char: char| char.is_alphanumeric() || " .-_*:()+#~".contains(char);
    let is_whole = !text.is_empty() && text.trim() == text;
    (is_whole && super::is_plain(text) && text.chars().all(is_fine)).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::appcmd;
    use crate::text::foreign::hostile::NAMES;

    #[test]
    fn nothing_acts_inside_the_quotes() {
        for name in NAMES {
            let Some(value) = appcmd(name) else {
                continue;
            };
            assert_eq!(value, *name);
            // Ends an argument or filter, expands in cmd, appcmd or PowerShell, or escapes.
            let acting = [
                '"', '\'', '%', '!', '^', '&', '|', '<', '>', '[', ']', ',', '=', '\\', '/', '$',
                '`', ';', '@', '{', '}', '\n', '\r', '\t',
            ];
            assert!(!value.contains(acting), "{value:?}");
        }
        assert_eq!(appcmd("Default Web Site"), Some("Default Web Site"));
        assert_eq!(appcmd("*:443:*.example.com"), Some("*:443:*.example.com"));
        assert_eq!(appcmd("商店 2"), Some("商店 2"));
        assert_eq!(appcmd(" a"), None);
        assert_eq!(appcmd("it's"), None);
    }
}
