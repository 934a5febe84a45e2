package org.concordat.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.List;
import org.concordat.server.identity.CurrentCaller;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the parts of pages together. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
  @Bean
  Texts texts() {
    return Texts.load();
  }

  @Bean
  AssetFiles assetFiles() {
    return new AssetFiles();
  }

  @Bean
  PublicAddress publicAddress(Environment environment) {
    return new PublicAddress(environment);
  }

  @Bean
  TemplateEngine templateEngine() {
    TemplateEngine templates =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, null, "org.concordat.server.templates");
    return templates;
  }

  @Bean
  SurroundingsFactory surroundingsFactory(
      Texts texts,
      AssetFiles assets,
      CurrentCaller currentCaller,
      ObjectProvider<NavigationItem> items) {
    return new SurroundingsFactory(texts, assets, currentCaller, items.stream().toList());
  }

  @Bean
  AnswerHandler answerHandler(TemplateEngine templates, SurroundingsFactory surroundings) {
    return new AnswerHandler(templates, surroundings);
  }

  @Bean
  WebMvcConfigurer answers(AnswerHandler answers) {
    return new WebMvcConfigurer() {
      @Override
      public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(answers);
      }
    };
  }
}
