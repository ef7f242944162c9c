//! Files that are no configuration, or a strange one.

use certwright::core::iis::config::{ConfigFaultKind, OtherFile, Source, read};

fn fault(text: &str) -> (u32, ConfigFaultKind) {
    let source = match Source::read(text.as_bytes()) {
        Ok(source) => source,
        Err(fault) => return (fault.line, fault.kind),
    };
    let fault = read(&source).expect_err("refused");
    (fault.line, fault.kind)
}

#[test]
fn other_files_are_named() {
    let other = |text: &str| match fault(text).1 {
        ConfigFaultKind::WrongFile(other) => other,
        fault => panic!("{fault:?}"),
    };
    for (text, expected) in [
        ("hello", OtherFile::NotXml),
        (
            "<configuration><system.webServer /></configuration>",
            OtherFile::WebConfig,
        ),
        (
            "<configuration><appSettings /></configuration>",
            OtherFile::WebConfig,
        ),
        (
            "<configuration><configurationRedirection /></configuration>",
            OtherFile::Redirection,
        ),
        (
            "<configuration><moduleProviders /></configuration>",
            OtherFile::Administration,
        ),
        (
            "<configuration><runtime /></configuration>",
            OtherFile::NoIis,
        ),
        ("<html><body /></html>", OtherFile::Root("html".to_owned())),
    ] {
        assert_eq!(other(text), expected, "{text}");
    }
}

#[test]
fn half_a_file_is_cut_off_wherever_it_is_cut() {
    let text = std::fs::read_to_string(super::made::web_03().join("applicationHost.config"))
        .expect("a fixture");
    let whole = text.trim_end();
    for length in (1..whole.len()).step_by(97) {
        let Some(half) = whole.get(..length) else {
            continue;
        };
        let (line, kind) = fault(half);
        let lines = half.lines().count().max(1) as u32;
        assert!(line <= lines + 1, "{length}: {line} of {lines}");
        let expected = matches!(
            kind,
            ConfigFaultKind::CutOff
                | ConfigFaultKind::NotWellFormed { .. }
                | ConfigFaultKind::Empty
        );
        assert!(expected, "{length}: {kind:?}");
    }
}

#[test]
fn bombs_are_refused_before_they_go_off() {
    let lol: String = (1..10)
        .map(|n| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10)))
        .collect();
    let text = format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE c [<!ENTITY l0 \"l\">{lol}]>\n<configuration>&l9;</configuration>"
    );
    assert_eq!(fault(&text), (2, ConfigFaultKind::Dtd));
    let outside = "<!DOCTYPE c SYSTEM \"file:///etc/passwd\">\n<configuration/>";
    assert_eq!(fault(outside).1, ConfigFaultKind::Dtd);
    let unknown = fault("<configuration>\n&nbsp;</configuration>");
    assert!(
        matches!(unknown, (2, ConfigFaultKind::NotWellFormed { .. })),
        "{unknown:?}"
    );
    let wide = format!("<configuration a=\"{}\"/>", "x".repeat(1 << 20));
    assert!(matches!(
        fault(&wide),
        (1, ConfigFaultKind::LongAttribute { .. })
    ));
    let many = format!(
        "<configuration>{}</configuration>",
        "<a/>".repeat(3_200_000)
    );
    assert_eq!(fault(&many).1, ConfigFaultKind::TooMuch);
}

#[test]
fn odd_but_sound_files_are_read() {
    let text = "<?xml version='1.0'?><!-- a -->\n<configuration xmlns=\"urn:x\">\n<system.applicationHost>\
        <sites><!-- <site name='no'/> --><site name='a &amp; &quot;b&quot;' id='7'>\n<bindings>\
        <clear/><binding protocol='HTTPS' sslFlags = ' 1 ' bindingInformation='[::1]:443:x'/>\
        </bindings></site><siteDefaults serverAutoStart='false'><bindings><binding protocol='http' bindingInformation='*:80:'/></bindings></siteDefaults></sites>\
        </system.applicationHost></configuration>";
    let source = Source::read(text.as_bytes()).expect("text");
    let configuration = read(&source).expect("sites");
    let site = &configuration.sites[0];
    assert_eq!(
        (&*site.name, site.id, site.auto_start),
        ("a & \"b\"", Some(7), false)
    );
    assert!(!site.inherits_bindings);
    let binding = &site.bindings[0];
    assert!(binding.is_https());
    assert_eq!(binding.flags().0, 1);
    assert_eq!(
        binding.https_endpoint().expect("an endpoint").to_string(),
        "[::1]:443:x"
    );
    assert_eq!(configuration.defaults.bindings.len(), 1);
}
