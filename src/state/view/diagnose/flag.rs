//! The flags of `certwright-cli diagnose …` that do what the controls of the panel do.

pub const CA: &str = "--ca";
pub const EXPECT: &str = "--expect";
pub const EXPECT_CNAME: &str = "--expect-cname";
pub const EXPECT_FILE: &str = "--expect-file";
pub const EXPECT_TXT: &str = "--expect-txt";
pub const DRY_RUN: &str = "--dry-run";
pub const INSIDE: &str = "--inside";
pub const IPV4: &str = "--ipv4";
pub const IPV6: &str = "--ipv6";
pub const ONLY: &str = "--only";
pub const PROFILE: &str = "--profile";
pub const PUBLIC: &str = "--public";
pub const RESOLVER: &str = "--resolver";
pub const SYSTEM: &str = "--system";
pub const TICKET: &str = "--ticket";
pub const UNTIL: &str = "--until";
pub const WATCH: &str = "--watch";

/// All flags.
pub const ALL: [&str; 17] = [
    CA,
    EXPECT,
    EXPECT_CNAME,
    EXPECT_FILE,
    EXPECT_TXT,
    DRY_RUN,
    INSIDE,
    IPV4,
    IPV6,
    ONLY,
    PROFILE,
    PUBLIC,
    RESOLVER,
    SYSTEM,
    TICKET,
    UNTIL,
    WATCH,
];

/// Flags of the command line that need no control here, and why.
pub const ELSEWHERE: [(&str, &str); 6] = [
    ("--help", "the tooltips"),
    ("--json", "the ticket is saved as JSON"),
    ("--lang", "in the settings"),
    ("--port-map", "for a name space of one's own in tests"),
    ("--root", "for a name space of one's own in tests"),
    ("--trust-anchor", "for a name space of one's own in tests"),
];
