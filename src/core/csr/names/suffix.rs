//! The registrable domain by the public suffix list (publicsuffix.org), its ICANN section alone: what a
//! hosting company lists for its customers is an ordinary domain to a CA.

use crate::core::time::Moment;

/// When the list that is built in was published: 2026-11-05, version 2.1.247 of the crate `psl`.
pub const LIST_DATE: Moment = Moment(1_793_836_800);

/// The public suffix of a host name in A-labels and lower case; `None` where its top-level domain is not listed.
pub fn public_suffix(host: &str) -> Option<&str> {
    let mut rest = host;
    loop {
        let suffix = psl::suffix(rest.as_bytes())?;
        let text = std::str::from_utf8(suffix.as_bytes()).ok()?;
        match suffix.typ()? {
            psl::Type::Icann => return Some(text),
            psl::Type::Private => rest = text.split_once('.')?.1,
        }
    }
}

/// Whether every name right below a host is a public suffix, by a rule such as `*.ck`.
pub fn is_above_suffixes(host: &str) -> bool {
    let below = format!("0.{host}");
    public_suffix(&below) == Some(&below)
}

/// The suffix and one label more; `None` where there is no such label.
pub fn registrable<'a>(host: &'a str, suffix: &str) -> Option<&'a str> {
    let above = host.strip_suffix(suffix)?.strip_suffix('.')?;
    let start = above.rfind('.').map_or(0, |dot| dot + 1);
    host.get(start..)
}

/// The registrable domain of a host name and the public suffix above it; `None` where there is none.
pub fn domain_of(host: &str) -> Option<(&str, &str)> {
    let suffix = public_suffix(host)?;
    registrable(host, suffix).map(|domain| (domain, suffix))
}

/// Whether a host name is a public suffix itself.
pub fn is_suffix(host: &str) -> bool {
    public_suffix(host) == Some(host)
}

#[cfg(test)]
mod tests {
    use super::{LIST_DATE, public_suffix, registrable};

    fn domain(host: &str) -> Option<&str> {
        registrable(host, public_suffix(host)?)
    }

    #[test]
    fn the_section_of_hosting_companies_does_not_count() {
        assert_eq!(domain("name.github.io"), Some("github.io"));
        assert_eq!(domain("github.io"), Some("github.io"));
        assert_eq!(domain("a.b.s3.amazonaws.com"), Some("amazonaws.com"));
        assert_eq!(domain("blog.blogspot.com"), Some("blogspot.com"));
    }

    #[test]
    fn rules_with_stars_and_exceptions_hold() {
        assert_eq!(public_suffix("a.b.ck"), Some("b.ck"));
        assert_eq!(domain("a.b.ck"), Some("a.b.ck"));
        assert_eq!(domain("b.ck"), None);
        assert_eq!(domain("www.ck"), Some("www.ck"));
        assert_eq!(domain("x.www.ck"), Some("www.ck"));
        assert_eq!(domain("city.kawasaki.jp"), Some("city.kawasaki.jp"));
        assert_eq!(domain("a.b.kawasaki.jp"), Some("a.b.kawasaki.jp"));
    }

    #[test]
    fn suffixes_of_other_scripts_are_found_by_their_a_labels() {
        assert_eq!(
            domain("x.xn--85x722f.xn--55qx5d.cn"),
            Some("xn--85x722f.xn--55qx5d.cn")
        );
        assert_eq!(public_suffix("a.xn--fiqs8s"), Some("xn--fiqs8s"));
        assert_eq!(domain("a.example.co.uk"), Some("example.co.uk"));
        assert_eq!(domain("example.nosuch"), None);
    }

    #[test]
    fn the_date_is_that_of_the_list_built_in() {
        assert!(LIST_DATE.to_string().starts_with("2026-11-05T00:00:00"));
        let lock = include_str!("../../../../Cargo.lock").replace('\r', "");
        assert!(lock.contains("name = \"psl\"\nversion = \"2.1.247\""));
    }
}
