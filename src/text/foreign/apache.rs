//! A directive's argument in an Apache httpd configuration file.

/// The text as one argument; `None` when it is empty, which httpd takes for missing, or holds hidden
/// characters, or `${` or `%{`, which httpd may expand and has no escape for.
pub fn apache(text: &str) -> Option<String> {
    super::server::word(text, &["${", "%{"]).filter(|_| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::apache;
    use crate::text::foreign::{hostile::NAMES, is_plain};

    /// As ap_getword_conf reads a word: in quotes a backslash counts before a backslash or the quote.
    fn undo(quoted: &str) -> String {
        if !quoted.starts_with('"') {
            assert!(!quoted.contains([' ', '\'', '<', '>', '#', '\\']));
            return quoted.to_owned();
        }
        let mut out = String::new();
        let mut chars = quoted.strip_prefix('"').unwrap().chars().peekable();
        loop {
            match chars.next().expect("the quote ends") {
                '"' => break,
                '\\' if matches!(chars.peek(), Some('\\' | '"')) => out.extend(chars.next()),
                char => out.push(char),
            }
        }
        assert_eq!(chars.next(), None);
        out
    }

    #[test]
    fn every_name_stays_one_argument() {
        for name in NAMES {
            match apache(name) {
                Some(quoted) => assert_eq!(undo(&quoted), *name),
                None => assert!(!is_plain(name) || name.is_empty() || name.contains("${")),
            }
        }
    }

    /// What httpd's log writes as `\\` and `\xNN`.
    #[cfg(feature = "peer-tests")]
    fn undo_log(line: &str) -> String {
        let mut out = Vec::new();
        let mut rest = line;
        while let Some((head, tail)) = rest.split_once('\\') {
            out.extend_from_slice(head.as_bytes());
            rest = if let Some(hex) = tail.strip_prefix('x') {
                let (code, after) = hex.split_at(2);
                out.push(u8::from_str_radix(code, 16).unwrap());
                after
            } else {
                let (char, after) = tail.split_at(1);
                out.extend_from_slice(char.as_bytes());
                after
            };
        }
        out.extend_from_slice(rest.as_bytes());
        String::from_utf8(out).unwrap()
    }

    /// httpd says which user it does not know; after `#` it takes a number.
    #[cfg(feature = "peer-tests")]
    #[test]
    fn the_real_apache_reads_every_name_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("httpd.conf");
        for name in NAMES.iter().filter(|name| !name.starts_with('#')) {
            let Some(quoted) = apache(name) else {
                continue;
            };
            let module = "/usr/lib/apache2/modules/mod_mpm_event.so";
            let config = format!("LoadModule mpm_event_module {module}\nUser {quoted}\n");
            std::fs::write(&path, config).unwrap();
            let output = std::process::Command::new("/usr/sbin/apache2")
                .args(["-t", "-f"])
                .arg(&path)
                .output()
                .expect("httpd starts");
            let said = String::from_utf8(output.stderr).unwrap();
            let (_, read) = said
                .trim_end_matches('\n')
                .split_once("bad user name ")
                .unwrap_or_else(|| panic!("{name:?}: {said}"));
            assert_eq!(undo_log(read), *name);
        }
    }
}
