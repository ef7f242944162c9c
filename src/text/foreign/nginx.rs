//! A parameter in an nginx configuration file.

/// The text as one parameter; `None` when it holds hidden characters, or `$`, which nginx expands in
/// many directives and has no escape for.
pub fn nginx(text: &str) -> Option<String> {
    super::server::word(text, &["$"])
}

#[cfg(test)]
mod tests {
    use super::nginx;
    use crate::text::foreign::{hostile::NAMES, is_plain};

    /// As ngx_conf_read_token reads a parameter.
    fn undo(quoted: &str) -> String {
        if !quoted.starts_with('"') {
            assert!(!quoted.contains([' ', ';', '{', '}', '#', '\'', '"', '\\']));
            return quoted.to_owned();
        }
        let mut out = String::new();
        let mut chars = quoted.strip_prefix('"').unwrap().chars();
        loop {
            match chars.next().expect("the quote ends") {
                '"' => break,
                '\\' => match chars.next().unwrap() {
                    char @ ('"' | '\'' | '\\') => out.push(char),
                    't' => out.push('\t'),
                    'r' => out.push('\r'),
                    'n' => out.push('\n'),
                    char => out.extend(['\\', char]),
                },
                char => out.push(char),
            }
        }
        assert_eq!(chars.as_str(), "");
        out
    }

    #[test]
    fn every_name_stays_one_parameter() {
        for name in NAMES {
            match nginx(name) {
                Some(quoted) => assert_eq!(undo(&quoted), *name),
                None => assert!(!is_plain(name) || name.contains('$')),
            }
        }
    }

    /// nginx says which file it cannot load.
    #[cfg(feature = "peer-tests")]
    #[test]
    fn the_real_nginx_reads_every_name_back() {
        let folder = tempfile::tempdir().unwrap();
        let work = folder.path().to_str().unwrap();
        let path = folder.path().join("nginx.conf");
        for name in NAMES.iter().filter(|name| !name.is_empty()) {
            let Some(quoted) = nginx(name) else {
                continue;
            };
            let config = format!(
                "pid {work}/pid; error_log stderr; events {{}} http {{ server {{\n\
                 listen 127.0.0.1:1 ssl; ssl_certificate {quoted}; ssl_certificate_key x;\n}} }}\n"
            );
            std::fs::write(&path, config).unwrap();
            let output = std::process::Command::new("/usr/sbin/nginx")
                .args(["-t", "-p", work, "-c"])
                .arg(&path)
                .output()
                .expect("nginx starts");
            let said = String::from_utf8(output.stderr).unwrap();
            let wanted = format!("cannot load certificate \"{work}/{name}\": ");
            assert!(said.contains(&wanted), "{name:?}: {said}");
        }
    }
}
