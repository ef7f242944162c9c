//! Names of archive entries: their encodings, names that climb, and what systems litter archives with.

/// The upper half of code page 437, which zip names are in by default (APPNOTE.TXT appendix D).
const CODE_PAGE_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";

/// A name as text: UTF-8 where it is valid, GBK where it looks Chinese, code page 437 otherwise.
pub fn decode(raw: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(raw) {
        return text.to_owned();
    }
    if is_likely_gbk(raw) {
        return encoding_rs::GBK
            .decode_without_bom_handling(raw)
            .0
            .into_owned();
    }
    let upper: Vec<char> = CODE_PAGE_437.chars().collect();
    raw.iter()
        .map(|byte| match byte.checked_sub(0x80) {
            None => char::from(*byte),
            Some(index) => upper.get(usize::from(index)).copied().unwrap_or('\u{FFFD}'),
        })
        .collect()
}

/// Chinese names use characters of GB 2312, whose two bytes are both above 0xA0; accidental pairs rarely are.
fn is_likely_gbk(raw: &[u8]) -> bool {
    let (mut usual, mut rare) = (0, 0);
    let mut rest = raw;
    while let [first, after @ ..] = rest {
        rest = after;
        if *first < 0x80 {
            continue;
        }
        match after {
            [second, after @ ..] if (0x40..=0xFE).contains(second) && *second != 0x7F => {
                rest = after;
                let is_usual = *first > 0xA0 && *second > 0xA0;
                *(if is_usual { &mut usual } else { &mut rare }) += 1;
            }
            _ => return false,
        }
    }
    usual > rare
}

/// The path inside the archive with `/` and without empty steps; `None` when it climbs out or is absolute.
pub fn inside(name: &str) -> Option<String> {
    let name = name.replace('\\', "/");
    let mut chars = name.chars();
    let has_drive = chars
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic())
        && chars.next() == Some(':');
    let steps: Vec<&str> = name
        .split('/')
        .filter(|step| !matches!(*step, "" | "."))
        .collect();
    if has_drive || name.starts_with('/') || steps.contains(&"..") || steps.is_empty() {
        return None;
    }
    Some(steps.join("/"))
}

/// Files that Finder and Explorer add and nobody wants to hear of.
pub fn is_litter(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or_default();
    path.split('/').any(|step| step == "__MACOSX")
        || file.starts_with("._")
        || [".DS_Store", "Thumbs.db", "desktop.ini"]
            .iter()
            .any(|known| file.eq_ignore_ascii_case(known))
}

/// The same path with a number before its extension, to tell entries of one name apart.
pub fn numbered(path: &str, number: usize) -> String {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let file = match file.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => format!("{stem} ({number}).{extension}"),
        _ => format!("{file} ({number})"),
    };
    if folder.is_empty() {
        file
    } else {
        format!("{folder}/{file}")
    }
}

#[cfg(test)]
mod tests {
    use super::{CODE_PAGE_437, decode, inside, numbered};

    #[test]
    fn names_are_told_in_the_encoding_they_look_like() {
        assert_eq!(CODE_PAGE_437.chars().count(), 128);
        let (gbk, _, _) = encoding_rs::GBK.encode("证书/私钥.key");
        assert_eq!(decode(&gbk), "证书/私钥.key");
        assert_eq!(decode(b"Schl\x81ssel.key"), "Schlüssel.key");
        assert_eq!(decode("证书".as_bytes()), "证书");
    }

    #[test]
    fn climbing_names_have_no_path() {
        for name in [
            "../a",
            "a/../../b",
            "/etc/a",
            "C:\\a",
            "\\\\host\\a",
            "..\\a",
            "",
        ] {
            assert_eq!(inside(name), None, "{name}");
        }
        assert_eq!(inside("a\\.\\b//c.crt").as_deref(), Some("a/b/c.crt"));
        assert_eq!(numbered("a/b.tar.gz", 2), "a/b.tar (2).gz");
    }
}
