//! Counts, sizes and lists: thousands, plurals, joining.

use super::Lang;
use super::prose::{after_han, before_han};

/// A whole number with a comma every three digits from 10,000 on.
pub fn whole(number: u64) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A counted thing: `counted(lang, 2, ("file", "files"), "个文件")` is `2 files` or `2 个文件`.
pub fn counted(lang: Lang, count: usize, en: (&str, &str), zh: &str) -> String {
    let number = whole(count as u64);
    match lang {
        Lang::En => format!("{number} {}", if count == 1 { en.0 } else { en.1 }),
        Lang::Zh => format!("{number} {zh}"),
    }
}

/// A list of names as data: commas in both languages, since names are not prose.
pub fn listed<T: AsRef<str>>(items: &[T]) -> String {
    items
        .iter()
        .map(AsRef::as_ref)
        .collect::<Vec<_>>()
        .join(", ")
}

/// A list inside a sentence: `a, b and c` or `a、b 和 c`.
pub fn enumerated<T: AsRef<str>>(lang: Lang, items: &[T]) -> String {
    let Some((last, firsts)) = items.split_last() else {
        return String::new();
    };
    let last = last.as_ref();
    if firsts.is_empty() {
        return last.to_owned();
    }
    let firsts: Vec<&str> = firsts.iter().map(AsRef::as_ref).collect();
    match lang {
        Lang::En => format!("{} and {last}", firsts.join(", ")),
        Lang::Zh => {
            let firsts = firsts.join("、");
            format!("{}和{}", before_han(&firsts), after_han(last))
        }
    }
}

/// At most `most` items, then how many more there are.
pub fn shortened<T: AsRef<str>>(lang: Lang, items: &[T], most: usize) -> String {
    if items.len() <= most {
        return listed(items);
    }
    let shown = listed(items.get(..most).unwrap_or(items));
    let more = whole((items.len() - most) as u64);
    say!(
        lang,
        "{shown} and {more} more",
        "{shown} 等，另有 {more} 个"
    )
}

/// A size in bytes, kilobytes (1,024) or megabytes.
pub fn size(bytes: u64) -> String {
    const KIB: u64 = 1 << 10;
    const MIB: u64 = 1 << 20;
    match bytes {
        0..KIB => format!("{bytes} B"),
        KIB..MIB => format!("{} kB", tenths(bytes, KIB)),
        _ => format!("{} MB", tenths(bytes, MIB)),
    }
}

fn tenths(bytes: u64, unit: u64) -> String {
    let tenths = u128::from(bytes) * 10 / u128::from(unit);
    match (tenths / 10, tenths % 10) {
        (whole, 0) => whole.to_string(),
        (whole, rest) if whole < 100 => format!("{whole}.{rest}"),
        (whole, _) => whole.to_string(),
    }
}

/// Bytes as upper-case hexadecimal pairs with colons, as browsers and openssl show fingerprints.
pub fn colon_hex(bytes: &[u8]) -> String {
    let pairs: Vec<String> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    pairs.join(":")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_from_five_digits_on() {
        assert_eq!(whole(9_999), "9999");
        assert_eq!(whole(10_000), "10,000");
        assert_eq!(whole(1_234_567), "1,234,567");
    }

    #[test]
    fn one_is_singular_and_all_else_is_plural() {
        let files = |count| counted(Lang::En, count, ("file", "files"), "个文件");
        assert_eq!(
            [files(0), files(1), files(2)],
            ["0 files", "1 file", "2 files"]
        );
        assert_eq!(
            counted(Lang::Zh, 2, ("file", "files"), "个文件"),
            "2 个文件"
        );
    }

    #[test]
    fn lists_join_as_each_language_does() {
        let names = ["Apache", "Nginx", "Tomcat"];
        assert_eq!(enumerated(Lang::En, &names), "Apache, Nginx and Tomcat");
        assert_eq!(enumerated(Lang::Zh, &names), "Apache、Nginx 和 Tomcat");
        assert_eq!(enumerated(Lang::Zh, &["证书", "私钥"]), "证书和私钥");
        assert_eq!(shortened(Lang::En, &names, 2), "Apache, Nginx and 1 more");
        assert_eq!(enumerated::<&str>(Lang::En, &[]), "");
    }

    #[test]
    fn sizes_are_short() {
        assert_eq!(size(512), "512 B");
        assert_eq!(size(1536), "1.5 kB");
        assert_eq!(size(64 << 20), "64 MB");
        assert_eq!(colon_hex(&[0x5b, 0x1e]), "5B:1E");
    }
}
