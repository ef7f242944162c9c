//! The files of the answers, compiled in.

macro_rules! files {
    ($($name:literal)*) => {
        /// Each file's name with its text.
        pub const FILES: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../../../assets/answers/", $name, ".md")))),*
        ];
    };
}

files! {
    "q01-which-level"
    "q02-which-provider"
    "q03-how-many-names"
    "q04-ip-address"
    "q05-before-the-site"
    "q06-caa"
    "q07-free-quota"
    "q08-fill-in-names"
    "q09-wildcard"
    "q10-wildcard-file"
    "q11-status-unchanged"
    "q12-delete-txt"
    "q13-csr"
    "q14-make-csr"
    "q15-key-password"
    "q16-forgot-password"
    "q17-revoke"
    "q18-rsa-ecc"
    "q19-reissue"
    "q20-sm"
    "q21-cname-https"
    "q22-profiles"
    "q23-see-inside"
    "q24-host-greyed"
    "q25-port-443"
    "q26-mixed-content"
    "q27-openssl"
    "q28-tls-versions"
    "q29-combine-chain"
    "q30-view-chain"
    "q31-websocket"
    "q32-enable-iis"
    "q33-still-old"
    "q34-regions"
    "q35-review-time"
    "q36-refused"
    "q37-after-submitting"
    "q38-validation-result"
    "q39-ip-changed"
    "q40-in-effect"
    "q41-old-windows"
    "q42-free-slow"
    "q43-free-lifetime"
    "q44-after-renewal"
}
