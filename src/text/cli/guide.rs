//! Words of the verb `guide` on the command line.

phrases! {
    about: "Answer the questions people ask about certificates, and find the right one", "解答证书的常见问题，选择合适的证书";
    address_help: "An IP address in it: none, public, private [default: none]", "是否包含 IP 地址：none（不包含）、public（公网）、private（内网）[默认：none]";
    clients_help: "Who connects: browsers, app, old, app-and-old [default: browsers]", "谁来访问：browsers（浏览器）、app（手机 App）、old（旧客户端）、app-and-old [默认：browsers]";
    control_help: "What you can change: both, dns, server, neither [default: both]", "您能修改什么：both（解析和服务器）、dns（解析）、server（服务器）、neither（都不能）[默认：both]";
    haste_help: "How soon: later, days, today [default: later]", "何时需要：later（一周或更久）、days（几天内）、today（今天）[默认：later]";
    id_help: "The answer with this id, in full", "完整显示此编号的解答";
    interview_about: "Find the right certificate: each answer is a flag", "选择合适的证书：每个回答是一个选项";
    list_help: "List all answers in short", "列出全部解答的摘要";
    names_help: "Which names: one, several, wildcard, wildcards [default: one]", "需要哪些域名：one（一个）、several（多个）、wildcard（一个通配符）、wildcards（多个通配符）[默认：one]";
    owner_help: "Who owns the site: company, person, finance [default: company]", "网站属于谁：company（企业）、person（个人）、finance（金融）[默认：company]";
    sm_help: "SM algorithms: none, besides, only [default: none]", "国密算法：none（不需要）、besides（与浏览器并用）、only（只用国密）[默认：none]";
    words_help: "Words to look for, in either language", "要查找的词，中英文均可";
}
