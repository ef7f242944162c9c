//! The catalogue of IIS.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    IisBindingNotUnderstood {
        "",
        "";
        "",
        ""
    }
    IisFlagsNotUnderstood {
        "",
        "";
        "",
        ""
    }
    IisDuplicateElement {
        "",
        "";
        "",
        ""
    }
    IisDuplicateBinding {
        "",
        "";
        "",
        ""
    }
    IisPortBothSchemes {
        "",
        "";
        "",
        ""
    }
    IisHostMalformed {
        "",
        "";
        "",
        ""
    }
    IisWildcardNeeds10 {
        "",
        "";
        "",
        ""
    }
    IisFlagTooNew {
        "",
        "";
        "",
        ""
    }
    IisFlagsAgainstCentralStore {
        "",
        "";
        "",
        ""
    }
    IisOneCertificatePerAddress {
        "",
        "";
        "",
        ""
    }
    IisHostMissing {
        "",
        "";
        "",
        ""
    }
    IisCatchAllBesideNamed {
        "",
        "";
        "",
        ""
    }
    IisSniOff {
        "",
        "";
        "",
        ""
    }
    IisSniMixed {
        "",
        "";
        "",
        ""
    }
    IisSniWithoutSslcert {
        "",
        "";
        "",
        ""
    }
    IisSslcertMissing {
        "",
        "";
        "",
        ""
    }
    IisSslcertOverrules {
        "",
        "";
        "",
        ""
    }
    IisSslcertOrphan {
        "",
        "";
        "",
        ""
    }
    IisCentralStoreWithoutSslcert {
        "",
        "";
        "",
        ""
    }
    IisCertificateMissing {
        "",
        "";
        "",
        ""
    }
    IisCertificateExpired {
        "",
        "";
        "",
        ""
    }
    IisCertificateNotYetValid {
        "",
        "";
        "",
        ""
    }
    IisCertificateExpiresSoon {
        "",
        "";
        "",
        ""
    }
    IisCertificateWrongName {
        "",
        "";
        "",
        ""
    }
    IisKeyMissing {
        "",
        "";
        "",
        ""
    }
    IisKeyBroken {
        "",
        "";
        "",
        ""
    }
    IisIntermediateMissing {
        "",
        "";
        "",
        ""
    }
    IisStoppedSiteConflict {
        "",
        "";
        "",
        ""
    }
    IisRequiresHttpsWithoutBinding {
        "",
        "";
        "",
        ""
    }
    IisHttpOnly {
        "",
        "";
        "",
        ""
    }
    IisHttpNotRedirected {
        "",
        "";
        "",
        ""
    }
    IisValidationBlocked {
        "",
        "";
        "",
        ""
    }
    IisSharedConfiguration {
        "",
        "";
        "",
        ""
    }
    IisWow64View {
        "",
        "";
        "",
        ""
    }
    IisPartElsewhere {
        "",
        "";
        "",
        ""
    }
    IisLayerNotRead {
        "",
        "";
        "",
        ""
    }
}
