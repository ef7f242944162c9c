//! A value in an openssl configuration file (config(5)).

/// The text as one value; `None` when it holds hidden characters. Space at its ends, which openssl would
/// take away, is kept by quotes. A comma in a list cannot be escaped: put such names into a section of
/// their own.
pub fn openssl_config(text: &str) -> Option<String> {
    if !super::is_plain(text) {
        return None;
    }
    let mut out = String::with_capacity(text.len() + 8);
    for char in text.chars() {
        if matches!(char, '\\' | '$' | '#' | '"' | '\'' | '`') {
            out.push('\\');
        }
        out.push(char);
    }
    if text.trim() == text {
        Some(out)
    } else {
        Some(format!("\"{out}\""))
    }
}

#[cfg(test)]
mod tests {
    use super::openssl_config;
    use crate::text::foreign::{hostile::NAMES, is_plain};

    #[test]
    fn no_name_expands_or_begins_a_comment() {
        assert_eq!(openssl_config("$HOME #x").as_deref(), Some("\\$HOME \\#x"));
        assert_eq!(openssl_config(" a\"").as_deref(), Some("\" a\\\"\""));
        for name in NAMES {
            assert!(openssl_config(name).is_some() || !is_plain(name));
        }
    }

    #[cfg(feature = "peer-tests")]
    #[test]
    fn the_real_openssl_reads_every_name_back() {
        use crate::text::foreign::hostile::through;
        for name in NAMES.iter().filter(|name| !name.is_empty()) {
            let Some(quoted) = openssl_config(name) else {
                continue;
            };
            let config = format!("asn1 = FORMAT:UTF8,UTF8:{quoted}\n");
            let folder =
                std::env::temp_dir().join(format!("certwright-conf-{}", std::process::id()));
            std::fs::create_dir_all(&folder).unwrap();
            let path = folder.join("value.cnf");
            std::fs::write(&path, config).unwrap();
            let der = through(
                "openssl",
                &[
                    "asn1parse",
                    "-genconf",
                    path.to_str().unwrap(),
                    "-noout",
                    "-out",
                    "/dev/stdout",
                ],
                "",
            );
            let length = name.len();
            let header = if length < 128 { 2 } else { 3 };
            assert_eq!(std::str::from_utf8(&der[header..]).unwrap(), *name);
            std::fs::remove_dir_all(&folder).unwrap();
        }
    }
}
