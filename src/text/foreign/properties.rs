//! A value in a Java properties file (java.util.Properties.load), which is read as ISO-8859-1.

/// The text as one value; `None` when it holds hidden characters. Whatever is not ASCII becomes
/// `\uXXXX`, so that it is read alike as ISO-8859-1 and as UTF-8.
pub fn properties(text: &str) -> Option<String> {
    if !super::is_plain(text) {
        return None;
    }
    let mut out = String::with_capacity(text.len() + 8);
    for (index, char) in text.chars().enumerate() {
        match char {
            '\\' => out.push_str("\\\\"),
            // Space before a value is skipped.
            ' ' if index == 0 => out.push_str("\\ "),
            char if char.is_ascii() => out.push(char),
            char => {
                for unit in char.encode_utf16(&mut [0; 2]) {
                    out.push_str(&format!("\\u{unit:04X}"));
                }
            }
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::properties;
    use crate::text::foreign::{hostile::NAMES, is_plain};

    #[test]
    fn values_are_ascii_and_one_line() {
        assert_eq!(properties("北 \\").as_deref(), Some("\\u5317 \\\\"));
        assert_eq!(properties("👩").as_deref(), Some("\\uD83D\\uDC69"));
        for name in NAMES {
            match properties(name) {
                Some(value) => assert!(value.is_ascii() && !value.contains(['\n', '\r'])),
                None => assert!(!is_plain(name)),
            }
        }
    }

    #[cfg(feature = "peer-tests")]
    #[test]
    fn the_real_java_reads_every_name_back() {
        use crate::text::foreign::hostile::through;
        let folder = std::env::temp_dir().join(format!("certwright-value-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let program = folder.join("Read.java");
        let source = "public class Read { public static void main(String[] a) throws Exception {\n\
            var p = new java.util.Properties(); p.load(System.in);\n\
            var out = new java.io.PrintStream(System.out, true, \"UTF-8\");\n\
            for (int i = 0; i < p.size(); i++) out.print(p.getProperty(\"v\" + i) + \"\\0\"); } }";
        std::fs::write(&program, source).unwrap();
        let plain: Vec<&str> = NAMES
            .iter()
            .copied()
            .filter(|name| is_plain(name))
            .collect();
        let lines: String = plain
            .iter()
            .enumerate()
            .map(|(index, name)| format!("v{index}={}\n", properties(name).unwrap()))
            .collect();
        let read =
            String::from_utf8(through("java", &[program.to_str().unwrap()], &lines)).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(read.split_terminator('\0').collect::<Vec<_>>(), plain);
    }
}
