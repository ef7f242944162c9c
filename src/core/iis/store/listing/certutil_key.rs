//! What a record of certutil tells of the private key. Its sentences are translated, so shape comes first:
//! lines with ` = ` name a key, a container's unique name is only printed when it was opened.

use crate::core::iis::store::KeyLink;

/// Sentences of certutil in English; other languages are known by shape alone.
const KEY_OPENED: &[&str] = &["Encryption test passed", "Signature test passed"];
const KEY_DID_NOT_OPEN: &[&str] = &[
    "Missing stored keyset",
    "Encryption test FAILED",
    "Signature test FAILED",
];
/// Codes that do not say whether there is a key (winerror.h): no access, and a question to the user that
/// was not asked: `NTE_PERM`, `E_ACCESSDENIED`, `NTE_SILENT_CONTEXT`.
const NO_ANSWER: &[u32] = &[0x8009_0010, 0x8007_0005, 0x8009_0022];

/// The lines of a record behind its thumbprint.
pub(super) fn key(lines: &[&str]) -> KeyLink {
    let says = |sentences: &[&str]| {
        let mut found = lines.iter().flat_map(|line| {
            sentences
                .iter()
                .map(move |sentence| line.contains(sentence))
        });
        found.any(|is_there| is_there)
    };
    let code = lines.iter().find_map(|line| error_code(line));
    match code {
        Some(code) if NO_ANSWER.contains(&code) => return KeyLink::Unknown,
        Some(_) => return KeyLink::Broken,
        None => {}
    }
    if !names_a_key(lines) {
        // "No key provider information", in whatever language: something is said, and no key is named.
        let is_said = lines.iter().any(|line| is_sentence(line));
        return if is_said {
            KeyLink::Missing
        } else {
            KeyLink::Unknown
        };
    }
    match (
        says(KEY_DID_NOT_OPEN),
        says(KEY_OPENED) || has_unique_name(lines),
    ) {
        (true, _) => KeyLink::Broken,
        (false, true) => KeyLink::Present,
        (false, false) => KeyLink::Unknown,
    }
}

/// An error of cryptography or access: `0x80090016 (-2146893802 NTE_BAD_KEYSET)`.
pub(super) fn error_code(line: &str) -> Option<u32> {
    let (_, behind) = line.split_once("0x8")?;
    let digits: String = behind.chars().take_while(char::is_ascii_hexdigit).collect();
    let code = match digits.len() {
        7 => u32::from_str_radix(&digits, 16).ok()? | 0x8000_0000,
        _ => return None,
    };
    matches!(code >> 16, 0x8009 | 0x8007).then_some(code)
}

/// `  Key Container = …` and `  Provider = …`; providers keep their English names.
fn names_a_key(lines: &[&str]) -> bool {
    let values = lines.iter().filter_map(|line| pair(line));
    let is_provider = |value: &str| value.contains("Provider");
    let mut count = 0usize;
    for value in values {
        count += 1;
        if is_provider(value) {
            return true;
        }
    }
    count >= 2
}

/// A `label: value` line between lines with ` = `: the container's unique or simple name.
fn has_unique_name(lines: &[&str]) -> bool {
    let first = lines.iter().position(|line| pair(line).is_some());
    let last = lines.iter().rposition(|line| pair(line).is_some());
    let (Some(first), Some(last)) = (first, last) else {
        return false;
    };
    let between = lines.get(first..last).unwrap_or_default();
    let is_name = |line: &&str| {
        let value = line.split_once([':', '：']).map(|(_, value)| value.trim());
        value.is_some_and(|value| !value.is_empty()) && pair(line).is_none()
    };
    between.iter().any(is_name)
}

fn pair(line: &str) -> Option<&str> {
    let (label, value) = line.split_once(" = ")?;
    (!label.trim().is_empty() && !value.trim().is_empty()).then(|| value.trim())
}

/// Words of certutil: neither a value, nor bytes, nor its last line.
fn is_sentence(line: &str) -> bool {
    let text = line.trim();
    let has_letters = text
        .chars()
        .any(|char| char.is_alphabetic() && !char.is_ascii_hexdigit());
    has_letters && !text.contains([':', '：', '=']) && !line.starts_with(' ')
}

#[cfg(test)]
mod tests {
    use super::{error_code, key};
    use crate::core::iis::store::KeyLink;

    #[test]
    fn keys_are_known_by_shape() {
        let opened = [
            "  Schlüsselcontainer = tq-1",
            "  Eindeutiger Containername: a11a37ef57bb64c3f31f8f99421d1550_e64079bf",
            "  Anbieter = Microsoft Software Key Storage Provider",
            "Der private Schlüssel ist NICHT exportierbar",
        ];
        assert_eq!(key(&opened), KeyLink::Present);
        let no_words = [
            "  密钥容器 = x",
            "  提供程序 = Microsoft RSA SChannel Cryptographic Provider",
            "缺少存储的密钥集",
        ];
        assert_eq!(key(&no_words), KeyLink::Unknown);
        assert_eq!(
            key(&["没有密钥提供程序信息", "找不到解密的证书和私钥。"]),
            KeyLink::Missing
        );
        assert_eq!(key(&[""]), KeyLink::Unknown);
    }

    #[test]
    fn keys_are_known_by_english_sentences_and_codes() {
        let container = "  Key Container = certificate-DC01-CA";
        let provider = "  Provider = Microsoft Software Key Storage Provider";
        let with = |line| key(&[container, provider, line]);
        assert_eq!(with("Missing stored keyset"), KeyLink::Broken);
        assert_eq!(with("Signature test passed"), KeyLink::Present);
        assert_eq!(
            with("CertUtil: 0x80090016 (-2146893802 NTE_BAD_KEYSET)"),
            KeyLink::Broken
        );
        assert_eq!(
            with("CertUtil: 0x80090010 (-2146893808 NTE_PERM)"),
            KeyLink::Unknown
        );
        assert_eq!(error_code("    0x00000800 (2048)"), None);
        assert_eq!(error_code("0x80092004"), Some(0x8009_2004));
    }
}
