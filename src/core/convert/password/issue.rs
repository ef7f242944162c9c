//! What may go wrong with a password, and where it matters.

use crate::core::convert::Target;
use crate::core::finding::Severity;

/// Something about a password that some program does not take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PasswordIssue {
    /// There is none.
    Empty,
    /// Under six characters: keytool lists such a keystore, and refuses to make or change one.
    Short,
    /// A character outside ASCII: Java refuses any on PKCS#12, others disagree on the encoding.
    NotAscii,
    /// A character outside the first 65,536, such as most emoji: written as two halves, or not at all.
    BeyondBmp,
    /// A control character, which nobody can type and XML cannot hold.
    Control,
    /// A space at the beginning or the end, which files and dialogs lose.
    EdgeSpace,
    /// One of `& < > " '`: has to be quoted in `server.xml`.
    QuotedInXml,
    /// A character that sh, cmd or PowerShell take for their own, or a dash at the beginning.
    QuotedInShells,
    /// More than 1,023 bytes: openssl's command cuts the rest off (APP_PASS_LEN, apps/lib/apps.c).
    TooLongForOpenSsl,
    /// More than 31 characters: dialogs of Windows before 10 are reported to call it wrong.
    TooLongForOldWindows,
}

/// Fewest characters that keytool takes for what it makes.
const JAVA_LEAST: usize = 6;
const OPENSSL_MOST_BYTES: usize = 1023;
const OLD_WINDOWS_MOST_UNITS: usize = 31;
/// Besides letters and digits, what no shell takes for its own in the middle of a word.
const PLAIN_IN_SHELLS: &[char] = &['-', '_', '.', ':', '/', '+'];

impl PasswordIssue {
    /// All issues.
    pub const ALL: [Self; 10] = [
        Self::Empty,
        Self::Short,
        Self::NotAscii,
        Self::BeyondBmp,
        Self::Control,
        Self::EdgeSpace,
        Self::QuotedInXml,
        Self::QuotedInShells,
        Self::TooLongForOpenSsl,
        Self::TooLongForOldWindows,
    ];

    /// How much it matters where the file goes: an error when the target refuses it, a warning when it is
    /// likely to go wrong, information when it takes care; `None` when it makes no difference there.
    pub const fn matters_for(self, target: Target) -> Option<Severity> {
        use Severity::{Error, Info, Warning};
        let is_java = target.is_java();
        let is_openssl = matches!(target, Target::OpenSsl | Target::OpenSsl1);
        match self {
            Self::Empty if is_java => Some(Error),
            // The central certificate store may be set up without a password.
            Self::Empty if matches!(target, Target::Ccs) => Some(Info),
            Self::Empty | Self::EdgeSpace => Some(Warning),
            Self::Short => some_if(is_java, Warning),
            Self::NotAscii if is_java => Some(Error),
            Self::NotAscii if target.is_windows() => Some(Info),
            Self::NotAscii => Some(Warning),
            // The rule above says it already.
            Self::BeyondBmp => some_if(!is_java, Warning),
            Self::Control if matches!(target, Target::Tomcat) => Some(Error),
            Self::Control => Some(Warning),
            Self::QuotedInXml => some_if(matches!(target, Target::Tomcat), Warning),
            Self::QuotedInShells => some_if(!matches!(target, Target::Tomcat), Info),
            Self::TooLongForOpenSsl => some_if(is_openssl, Error),
            Self::TooLongForOldWindows => some_if(matches!(target, Target::Server2016), Warning),
        }
    }
}

const fn some_if(condition: bool, severity: Severity) -> Option<Severity> {
    if condition { Some(severity) } else { None }
}

/// Every issue of a password, in the order of [`PasswordIssue::ALL`].
pub(super) fn all(text: &str) -> Vec<PasswordIssue> {
    let has = |issue: &PasswordIssue| has(text, *issue);
    PasswordIssue::ALL.into_iter().filter(has).collect()
}

fn has(text: &str, issue: PasswordIssue) -> bool {
    match issue {
        PasswordIssue::Empty => text.is_empty(),
        PasswordIssue::Short => !text.is_empty() && text.encode_utf16().count() < JAVA_LEAST,
        PasswordIssue::NotAscii => !text.is_ascii(),
        PasswordIssue::BeyondBmp => text.chars().any(|char| char.len_utf16() > 1),
        PasswordIssue::Control => text.chars().any(char::is_control),
        PasswordIssue::EdgeSpace => text.trim() != text,
        PasswordIssue::QuotedInXml => text.contains(['&', '<', '>', '"', '\'']),
        PasswordIssue::QuotedInShells => {
            text.starts_with('-')
                || text.chars().any(|char| {
                    char.is_ascii()
                        && !char.is_ascii_alphanumeric()
                        && !PLAIN_IN_SHELLS.contains(&char)
                })
        }
        PasswordIssue::TooLongForOpenSsl => text.len() > OPENSSL_MOST_BYTES,
        PasswordIssue::TooLongForOldWindows => text.encode_utf16().count() > OLD_WINDOWS_MOST_UNITS,
    }
}

#[cfg(test)]
mod tests {
    use super::PasswordIssue::*;
    use super::*;

    #[test]
    fn each_issue_is_seen_where_it_is() {
        assert_eq!(all(""), [Empty]);
        assert_eq!(all("abc"), [Short]);
        assert_eq!(all("pässword"), [NotAscii]);
        assert_eq!(all("password😀"), [NotAscii, BeyondBmp]);
        assert_eq!(all("pass\tword"), [Control, QuotedInShells]);
        assert_eq!(all("password "), [EdgeSpace, QuotedInShells]);
        assert_eq!(all("pass&word"), [QuotedInXml, QuotedInShells]);
        assert_eq!(all("pass$word"), [QuotedInShells]);
        assert_eq!(all("-password"), [QuotedInShells]);
        assert_eq!(all("pass-word_1.2"), []);
        assert_eq!(all(&"a".repeat(31)), []);
        assert_eq!(all(&"a".repeat(32)), [TooLongForOldWindows]);
        assert_eq!(
            all(&"a".repeat(1024)),
            [TooLongForOpenSsl, TooLongForOldWindows]
        );
    }

    #[test]
    fn what_matters_depends_on_the_target() {
        assert_eq!(NotAscii.matters_for(Target::Java), Some(Severity::Error));
        assert_eq!(
            NotAscii.matters_for(Target::OpenSsl),
            Some(Severity::Warning)
        );
        assert_eq!(Short.matters_for(Target::Server2019), None);
        assert_eq!(
            QuotedInXml.matters_for(Target::Tomcat),
            Some(Severity::Warning)
        );
        assert_eq!(QuotedInXml.matters_for(Target::Server2019), None);
    }
}
