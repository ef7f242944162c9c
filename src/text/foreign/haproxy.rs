//! One word of an HAProxy configuration file (configuration manual 2.2, quoting and escaping).

/// The text as one word; `None` when it holds hidden characters. In single quotes nothing expands,
/// not even `$`; a single quote itself stands escaped between two quoted parts.
pub fn haproxy(text: &str) -> Option<String> {
    if !super::is_plain(text) {
        return None;
    }
    if super::server::is_bare(text) {
        return Some(text.to_owned());
    }
    Some(format!("'{}'", text.replace('\'', "'\\''")))
}

#[cfg(test)]
mod tests {
    use super::haproxy;
    use crate::text::foreign::{hostile::NAMES, is_plain};

    #[test]
    fn only_names_with_hidden_characters_are_refused() {
        for name in NAMES {
            assert_eq!(haproxy(name).is_some(), is_plain(name), "{name:?}");
        }
        assert_eq!(haproxy("it's $HOME").as_deref(), Some("'it'\\''s $HOME'"));
    }

    /// `.notice` prints its one word while the file is read.
    #[cfg(feature = "peer-tests")]
    #[test]
    fn the_real_haproxy_reads_every_name_back() {
        let folder = std::env::temp_dir().join(format!("certwright-word-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("word.cfg");
        for name in NAMES {
            let Some(quoted) = haproxy(name) else {
                continue;
            };
            std::fs::write(&path, format!(".notice {quoted}\n")).unwrap();
            let output = std::process::Command::new("haproxy")
                .args(["-c", "-f"])
                .arg(&path)
                .output()
                .expect("haproxy starts");
            let said = String::from_utf8(output.stderr).unwrap();
            let wanted = format!("word.cfg:1]: '{name}'.\n");
            assert!(said.contains(&wanted), "{name:?}: {said}");
        }
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
