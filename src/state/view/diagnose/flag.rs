//! The flags of `certwright-cli diagnose …` that do what the controls of the panel do.

use crate::core::diagnose::Lane;

pub const AGAINST: &str = "--against";
pub const CA: &str = "--ca";
pub const CONNECT: &str = "--connect";
pub const EXPECT: &str = "--expect";
pub const EXPECT_CNAME: &str = "--expect-cname";
pub const EXPECT_FILE: &str = "--expect-file";
pub const EXPECT_TXT: &str = "--expect-txt";
pub const DRY_RUN: &str = "--dry-run";
pub const INSIDE: &str = "--inside";
pub const IPV4: &str = "--ipv4";
pub const IPV6: &str = "--ipv6";
pub const ONLY: &str = "--only";
pub const PORT: &str = "--port";
pub const PROFILE: &str = "--profile";
pub const PUBLIC: &str = "--public";
pub const RESOLVER: &str = "--resolver";
pub const STARTTLS: &str = "--starttls";
pub const SYSTEM: &str = "--system";
pub const TICKET: &str = "--ticket";
pub const TRUST: &str = "--trust";
pub const UNTIL: &str = "--until";
pub const WATCH: &str = "--watch";
pub const WEBSOCKET: &str = "--websocket";

/// All flags.
pub const ALL: [&str; 23] = [
    AGAINST,
    CA,
    CONNECT,
    EXPECT,
    EXPECT_CNAME,
    EXPECT_FILE,
    EXPECT_TXT,
    DRY_RUN,
    INSIDE,
    IPV4,
    IPV6,
    ONLY,
    PORT,
    PROFILE,
    PUBLIC,
    RESOLVER,
    STARTTLS,
    SYSTEM,
    TICKET,
    TRUST,
    UNTIL,
    WATCH,
    WEBSOCKET,
];

/// The subcommand that runs one lane alone; `diagnose all` for several.
pub fn lane(lane: Lane) -> &'static str {
    match lane {
        Lane::Dns => "diagnose dns",
        Lane::Validation => "diagnose validation",
        Lane::Connection => "diagnose tls",
        Lane::Page => "diagnose page",
    }
}

/// Flags of the command line that need no control here, and why.
pub const ELSEWHERE: [(&str, &str); 8] = [
    ("--help", "the tooltips"),
    ("--json", "the ticket is saved as JSON"),
    ("--lang", "in the settings"),
    ("--no-default-trust", "one of the lists of roots is chosen"),
    (
        "--password-file",
        "what is compared with is unlocked where it is opened",
    ),
    ("--port-map", "for a name space of one's own in tests"),
    ("--root", "for a name space of one's own in tests"),
    ("--trust-anchor", "for a name space of one's own in tests"),
];
