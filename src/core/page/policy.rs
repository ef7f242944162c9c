//! What a page's Content-Security-Policy says of http.

/// What browsers do about http on this page because its server or the page itself says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Everything is asked over https in place (W3C Upgrade Insecure Requests, section 3).
    pub upgrades: bool,
    /// Images, sound and film over http are refused too; obsolete (W3C Mixed Content, 2016, section 5.5).
    pub blocks_all: bool,
}

impl Policy {
    /// Reads the value of a header or `<meta>`; several policies may stand in one, parted by commas.
    pub fn parse(value: &str) -> Self {
        let has = |wanted: &str| {
            let directives = value.split([';', ',']);
            let mut names = directives.filter_map(|one| one.split_ascii_whitespace().next());
            names.any(|name| name.eq_ignore_ascii_case(wanted))
        };
        Self {
            upgrades: has("upgrade-insecure-requests"),
            blocks_all: has("block-all-mixed-content"),
        }
    }

    /// Both hold.
    pub fn and(self, other: Self) -> Self {
        Self {
            upgrades: self.upgrades || other.upgrades,
            blocks_all: self.blocks_all || other.blocks_all,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Policy;

    #[test]
    fn directives_are_found_by_name_and_not_in_values() {
        for (value, upgrades, blocks_all) in [
            ("upgrade-insecure-requests", true, false),
            (
                "default-src 'self'; Upgrade-Insecure-Requests;",
                true,
                false,
            ),
            ("default-src https:, upgrade-insecure-requests", true, false),
            ("block-all-mixed-content", false, true),
            ("report-uri /upgrade-insecure-requests", false, false),
            ("default-src upgrade-insecure-requests", false, false),
            ("", false, false),
        ] {
            let told = Policy::parse(value);
            assert_eq!(
                (told.upgrades, told.blocks_all),
                (upgrades, blocks_all),
                "{value}"
            );
        }
    }
}
