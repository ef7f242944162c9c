//! Names of a certificate as servers take them.

use crate::core::x509::a_labels;

use super::Files;

/// Host name for a snippet whose certificate has none that can be written.
pub const STAND_IN: &str = "www.example.com";

/// The names that are host names, once each, the certificate's first one first; and whether others
/// were left out.
pub fn hosts(files: &Files) -> (Vec<String>, bool) {
    let mut found: Vec<String> = Vec::new();
    let mut are_some_left_out = false;
    for name in std::iter::once(&files.host).chain(&files.also_names) {
        let name = a_labels(name).into_owned();
        if !is_host(&name) {
            are_some_left_out |= !name.is_empty();
        } else if !found.contains(&name) {
            found.push(name);
        }
    }
    (found, are_some_left_out)
}

/// Letters, digits, hyphens and underscores between dots; a `*` only as the whole first label.
fn is_host(name: &str) -> bool {
    let rest = name.strip_prefix("*.").unwrap_or(name);
    let is_label = |label: &str| {
        let is_fine = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        (1..=63).contains(&label.len()) && !label.starts_with('-') && label.bytes().all(is_fine)
    };
    let is_number = |label: &str| label.bytes().all(|byte| byte.is_ascii_digit());
    name.len() <= 253
        && rest.split('.').all(is_label)
        && !rest.split('.').next_back().is_some_and(is_number)
}

#[cfg(test)]
mod tests {
    use super::{Files, hosts};

    #[test]
    fn only_host_names_remain_and_in_their_order() {
        let files = Files {
            host: "Shop.example.com.".to_owned(),
            also_names: [
                "*.example.com",
                "shop.example.com",
                "bücher.example",
                "192.0.2.1",
                "a b.example",
                "x;}.example",
                "w*.example.com",
                "2001:db8::1",
                "-c.example",
                "intranet",
            ]
            .map(str::to_owned)
            .to_vec(),
            ..Files::default()
        };
        let (names, are_some_left_out) = hosts(&files);
        assert_eq!(
            names,
            [
                "shop.example.com",
                "*.example.com",
                "xn--bcher-kva.example",
                "intranet"
            ]
        );
        assert!(are_some_left_out);
    }
}
