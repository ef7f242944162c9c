//! Every problem of Let's Debug for dns-01 and http-01 (github.com/letsdebug/letsdebug, May 2026), with the id
//! that says the same here and the test that provokes it; or why it is tied to one service.

use certwright::core::finding::Id;

/// What stands here for a problem.
enum Row {
    /// The id, and the path of the test below `tests/it`: `file.rs::function`.
    Is(&'static str, &'static str),
    /// Tied to Let's Encrypt's own service, or to the inside of Let's Debug; why.
    Tied(&'static str),
}

use Row::{Is, Tied};

const DNS_01: &str = "dns-01";
const HTTP_01: &str = "http-01";
const BOTH: &str = "both";

/// Problem, ways of validation, what stands here for it. A problem with several causes has several rows.
const ROWS: &[(&str, &str, Row)] = &[
    (
        "MethodNotSuitable",
        HTTP_01,
        Is(
            "order_list_dns_only",
            "diagnose/records.rs::a_wildcard_is_validated_by_dns_and_the_order_says_so",
        ),
    ),
    (
        "TXTRecordError",
        DNS_01,
        Is(
            "record_lookup_failed",
            "diagnose/records.rs::a_challenge_whose_look_up_fails_is_told",
        ),
    ),
    (
        "TXTDoubleLabel",
        DNS_01,
        Is(
            "txt_doubled_label",
            "diagnose/records.rs::a_doubled_challenge_is_told_though_nothing_is_expected",
        ),
    ),
    (
        "CAACriticalUnknown",
        BOTH,
        Is(
            "caa_critical_unknown",
            "diagnose/caa.rs::an_unknown_record_marked_critical_forbids_everybody",
        ),
    ),
    (
        "CAAIssuanceNotAllowed",
        BOTH,
        Is(
            "caa_forbids",
            "diagnose/caa.rs::a_ca_that_is_not_named_is_forbidden_and_the_record_to_add_is_given",
        ),
    ),
    (
        "CAAPossiblyInvalid",
        BOTH,
        Is(
            "caa_malformed",
            "diagnose/caa.rs::a_malformed_value_allows_nobody_and_is_told",
        ),
    ),
    (
        "CAARequiresAccountUri",
        BOTH,
        Is(
            "caa_parameters",
            "diagnose/caa.rs::conditions_of_a_record_are_told_and_judged_where_the_way_is_known",
        ),
    ),
    (
        "DNSLookupFailed",
        BOTH,
        Is(
            "caa_lookup_failed",
            "diagnose/caa.rs::a_failed_look_up_is_an_error_where_the_zone_is_signed_and_a_warning_elsewhere",
        ),
    ),
    (
        "InvalidDomain",
        BOTH,
        Is(
            "order_name_malformed",
            "csr_names/name.rs::what_cannot_stand_in_a_certificate_is_refused_with_its_cause",
        ),
    ),
    (
        "InvalidDomain",
        BOTH,
        Is(
            "order_name_public_suffix",
            "csr_names/name.rs::public_suffixes_are_refused_in_the_icann_section_alone",
        ),
    ),
    (
        "InvalidDomain",
        BOTH,
        Is(
            "order_name_wildcard_misplaced",
            "csr_names/name.rs::a_star_is_the_whole_left_most_label",
        ),
    ),
    (
        "InvalidDomain",
        BOTH,
        Is(
            "order_name_private_address",
            "csr_names/name.rs::private_addresses_are_refused_and_public_ones_noted",
        ),
    ),
    (
        "AAAANotWorking",
        HTTP_01,
        Is(
            "file_not_reachable",
            "diagnose/file.rs::an_ipv6_address_that_does_not_answer_is_told",
        ),
    ),
    (
        "ANotWorking",
        HTTP_01,
        Is(
            "file_not_reachable",
            "diagnose/file.rs::an_address_where_nobody_listens_is_told",
        ),
    ),
    (
        "BadRedirect",
        HTTP_01,
        Is(
            "file_redirect_refused",
            "diagnose/file/redirects.rs::redirects_that_no_ca_follows_are_told",
        ),
    ),
    (
        "BadRedirect",
        HTTP_01,
        Is(
            "file_redirect_loop",
            "diagnose/file/redirects.rs::redirects_without_end_are_told",
        ),
    ),
    (
        "BlockedByFirewall",
        HTTP_01,
        Is(
            "file_path_blocked",
            "diagnose/file/lookalikes.rs::a_firewall_that_cuts_the_cas_path_alone_is_told",
        ),
    ),
    (
        "BlockedByFirewall",
        HTTP_01,
        Is(
            "file_block_page",
            "diagnose/file/lookalikes.rs::a_firewall_that_names_the_application_is_told",
        ),
    ),
    (
        "BlockedByNginxTestCookie",
        HTTP_01,
        Is(
            "file_block_page",
            "diagnose/file/lookalikes.rs::the_test_cookie_of_nginx_is_known",
        ),
    ),
    (
        "CloudflareCDN",
        BOTH,
        Is(
            "file_behind_cdn",
            "diagnose/file/lookalikes.rs::a_network_in_front_is_told_beside_a_file_that_is_there",
        ),
    ),
    (
        "CloudflareSSLNotProvisioned",
        BOTH,
        Is(
            "file_tls_broken",
            "diagnose/file/lookalikes.rs::a_network_without_certificate_is_named_where_https_is_forced",
        ),
    ),
    (
        "HttpOnHttpsPort",
        HTTP_01,
        Is(
            "file_wrong_protocol",
            "diagnose/file.rs::http_on_the_https_port_is_told",
        ),
    ),
    (
        "MultipleIPAddressDiscrepancy",
        HTTP_01,
        Is(
            "file_addresses_differ",
            "diagnose/file.rs::addresses_that_differ_are_told",
        ),
    ),
    (
        "NoRecords",
        HTTP_01,
        Is(
            "file_no_address",
            "diagnose/file.rs::a_name_without_addresses_is_told",
        ),
    ),
    (
        "PortForwarding",
        HTTP_01,
        Is(
            "file_block_page",
            "diagnose/file/lookalikes.rs::the_settings_of_a_router_are_known",
        ),
    ),
    (
        "ReservedAddress",
        HTTP_01,
        Is(
            "dns_reserved_address",
            "diagnose/file.rs::addresses_of_the_inside_are_not_asked",
        ),
    ),
    (
        "UnexpectedHttpResponse",
        HTTP_01,
        Is(
            "file_wrong_status",
            "diagnose/file.rs::other_statuses_than_200_are_told",
        ),
    ),
    (
        "WebserverMisconfiguration",
        HTTP_01,
        Is(
            "file_wrong_protocol",
            "diagnose/file.rs::https_on_the_http_port_is_told",
        ),
    ),
    (
        "InvalidMethod",
        BOTH,
        Tied("the name of a method typed into Let's Debug's own form; here it is chosen"),
    ),
    (
        "StatusNotOperational",
        BOTH,
        Tied("the status page of Let's Encrypt"),
    ),
    (
        "RateLimit",
        BOTH,
        Tied("the rate limits of Let's Encrypt, counted from certificate logs"),
    ),
    (
        "IssueFromLetsEncrypt",
        BOTH,
        Tied("a trial order at the staging service of Let's Encrypt"),
    ),
    (
        "ServiceBusy",
        BOTH,
        Tied("the staging service of Let's Encrypt refuses a trial order"),
    ),
    (
        "SanctionedDomain",
        BOTH,
        Tied("a list of sanctions that Let's Encrypt keeps to; switched off there by default"),
    ),
    (
        "InternalProblem",
        BOTH,
        Tied("a fault inside Let's Debug itself"),
    ),
];

#[test]
fn every_row_names_an_id_that_exists_and_a_test_that_is_there() {
    let mut faults = Vec::new();
    for (problem, method, row) in ROWS {
        assert!([DNS_01, HTTP_01, BOTH].contains(method), "{problem}");
        match row {
            Tied(why) => assert!(!why.is_empty(), "{problem}"),
            Is(id, test) => {
                if Id::parse(id).is_none() {
                    faults.push(format!("{problem}: no id {id}"));
                }
                let (file, function) = test.split_once("::").unwrap();
                let path = format!("{}/tests/it/{file}", env!("CARGO_MANIFEST_DIR"));
                let source = std::fs::read_to_string(&path).unwrap_or_default();
                if !source.contains(&format!("fn {function}(")) {
                    faults.push(format!("{problem}: no test {test}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The names in the sources of Let's Debug, as of May 2026.
const PROBLEMS: [&str; 30] = [
    "AAAANotWorking",
    "ANotWorking",
    "BadRedirect",
    "BlockedByFirewall",
    "BlockedByNginxTestCookie",
    "CAACriticalUnknown",
    "CAAIssuanceNotAllowed",
    "CAAPossiblyInvalid",
    "CAARequiresAccountUri",
    "CloudflareCDN",
    "CloudflareSSLNotProvisioned",
    "DNSLookupFailed",
    "HttpOnHttpsPort",
    "InternalProblem",
    "InvalidDomain",
    "InvalidMethod",
    "IssueFromLetsEncrypt",
    "MethodNotSuitable",
    "MultipleIPAddressDiscrepancy",
    "NoRecords",
    "PortForwarding",
    "RateLimit",
    "ReservedAddress",
    "SanctionedDomain",
    "ServiceBusy",
    "StatusNotOperational",
    "TXTDoubleLabel",
    "TXTRecordError",
    "UnexpectedHttpResponse",
    "WebserverMisconfiguration",
];

#[test]
fn every_problem_has_a_row_and_no_row_is_made_up() {
    for problem in PROBLEMS {
        assert!(
            ROWS.iter().any(|(name, _, _)| *name == problem),
            "{problem}"
        );
    }
    for (name, _, _) in ROWS {
        assert!(PROBLEMS.contains(name), "{name}");
    }
}
